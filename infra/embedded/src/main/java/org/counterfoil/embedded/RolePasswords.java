package org.counterfoil.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One generated password per database role, each in a file of its own (mode 600, folder 700). A
 * password is made when first asked for and stays the same from then on.
 */
final class RolePasswords {
  /** Keeps a role's name usable as a file name and, quoted or not, as an SQL identifier. */
  private static final Pattern ROLE = Pattern.compile("[a-z_][a-z0-9_]{0,62}");

  private static final int RANDOM_BYTES = 32;

  private final Path folder;
  private final SecureRandom random = new SecureRandom();

  RolePasswords(Path folder) {
    this.folder = folder;
  }

  /**
   * The role's password, generated if there is none yet.
   *
   * @throws IllegalArgumentException if the name is not a plain lower-case identifier
   */
  synchronized String of(String role) {
    Path file = folder.resolve(checked(role));
    try {
      if (!Files.exists(file)) {
        write(file, generate());
      }
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new UncheckedIOException("Expected to keep a password in " + file + ", but failed", e);
    }
  }

  static String checked(String name) {
    if (!ROLE.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "Expected a name matching %s, but got '%s'".formatted(ROLE, name));
    }
    return name;
  }

  private String generate() {
    byte[] bytes = new byte[RANDOM_BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** Written beside and renamed: a crash leaves a whole password or none, never half of one. */
  private void write(Path file, String password) throws IOException {
    PrivateFiles.createFolder(folder);
    Path draft = folder.resolve(file.getFileName() + ".new");
    Files.deleteIfExists(draft);
    try (FileChannel channel =
        FileChannel.open(
            draft,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            PosixFilePermissions.asFileAttribute(PrivateFiles.FILE))) {
      ByteBuffer bytes = ByteBuffer.wrap(password.getBytes(StandardCharsets.US_ASCII));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
    int owner = CurrentUser.ownerOf(folder);
    if (owner != CurrentUser.ownerOf(draft)) { // root, at work in somebody else's folder
      PrivateFiles.give(draft, owner, CurrentUser.groupOf(folder));
    }
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
  }
}
