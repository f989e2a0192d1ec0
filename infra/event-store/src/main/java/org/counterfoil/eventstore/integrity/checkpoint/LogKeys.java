package org.counterfoil.eventstore.integrity.checkpoint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The folder of the keys that sign, outside the database: one file {@code <n>.key} each, mode 600,
 * and the checkpoint that was signed last. Every key that lies there signs. To rotate: {@code java
 * -cp … org.counterfoil.eventstore.integrity.checkpoint.LogKeys <folder>} adds a key under the same
 * name; after a while in which both sign, and in which who checks has taken the new public key, the
 * old file goes. The services are started again after each step. Public keys stay published.
 */
public final class LogKeys {

  private static final String SUFFIX = ".key";
  private static final Pattern KEY_FILE = Pattern.compile("(\\d{1,9})\\.key");
  private static final String LAST = "last-checkpoint";

  private final Path folder;
  private final List<SigningKey> keys;

  private LogKeys(Path folder, List<SigningKey> keys) {
    this.folder = folder;
    this.keys = keys;
  }

  /** See the class. */
  public static void main(String[] arguments) {
    if (arguments.length != 1) {
      throw new IllegalArgumentException(
          "Expected the folder of the keys, but got " + arguments.length + " arguments");
    }
    add(Path.of(arguments[0]));
  }

  /**
   * Reads the keys; makes the first one where there is none.
   *
   * @throws IllegalStateException where a file may be read by others, or the keys have several
   *     names
   */
  public static LogKeys open(Path folder) {
    try {
      if (read(folder).isEmpty()) {
        // The name is for ever and nobody else's.
        byte[] random = new byte[8];
        new SecureRandom().nextBytes(random);
        create(folder, 1, "counterfoil-log/" + HexFormat.of().formatHex(random));
      }
      return new LogKeys(folder, read(folder));
    } catch (IOException unreadable) {
      throw new UncheckedIOException("Expected to read the keys in " + folder, unreadable);
    }
  }

  /** Adds a key of the same name, which signs from the next start on. */
  public static LogKeys add(Path folder) {
    LogKeys before = open(folder);
    try {
      create(folder, lastNumber(folder) + 1, before.origin());
    } catch (IOException unwritable) {
      throw new UncheckedIOException("Expected to write a key in " + folder, unwritable);
    }
    return open(folder);
  }

  /** Several processes may make the first key at once; the quicker one's counts for all. */
  private static void create(Path folder, int number, String name) throws IOException {
    PrivateFile.create(folder.resolve(number + SUFFIX), SigningKey.generate(name).secretText());
  }

  private static int lastNumber(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> KEY_FILE.matcher(String.valueOf(file.getFileName())))
          .filter(Matcher::matches)
          .mapToInt(matcher -> Integer.parseInt(matcher.group(1)))
          .max()
          .orElse(0);
    }
  }

  private static List<SigningKey> read(Path folder) throws IOException {
    if (Files.notExists(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      List<SigningKey> keys =
          files
              .filter(file -> file.toString().endsWith(SUFFIX))
              .sorted()
              .map(LogKeys::key)
              .toList();
      if (keys.stream().map(key -> key.verifier().name()).distinct().count() > 1) {
        throw new IllegalStateException(
            "Expected keys of one name, but there are " + keys + " in " + folder);
      }
      return keys;
    }
  }

  private static SigningKey key(Path file) {
    try {
      return SigningKey.parse(PrivateFile.read(file));
    } catch (IOException unreadable) {
      throw new UncheckedIOException("Expected to read the key " + file, unreadable);
    }
  }

  /** The log's name, which every key has. */
  public String origin() {
    return keys.getFirst().verifier().name();
  }

  /** Every key that signs, at least one. */
  public List<SigningKey> keys() {
    return keys;
  }

  /**
   * The checkpoint that was signed last on this machine. It is kept here as well, so that who owns
   * the database cannot take it back and have another log signed.
   */
  public Optional<Checkpoint> lastSigned() {
    Path file = folder.resolve(LAST);
    if (Files.notExists(file)) {
      return Optional.empty();
    }
    try {
      SignedNote note = SignedNote.parse(PrivateFile.read(file));
      return Optional.of(Checkpoint.parse(note.text()));
    } catch (IOException unreadable) {
      throw new UncheckedIOException("Expected to read " + file, unreadable);
    }
  }

  /** Signs, and remembers what was signed before it is given to anybody. */
  public SignedNote sign(Checkpoint checkpoint) {
    SignedNote note = SignedNote.sign(checkpoint.text(), keys);
    try {
      PrivateFile.replace(folder.resolve(LAST), note.toString());
    } catch (IOException unwritable) {
      throw new UncheckedIOException("Expected to remember what was signed", unwritable);
    }
    return note;
  }
}
