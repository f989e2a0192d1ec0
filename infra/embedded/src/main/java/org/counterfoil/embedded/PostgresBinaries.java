package org.counterfoil.embedded;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * PostgreSQL's programs, unpacked once per version from the archive on the class path into a cache
 * folder named after the archive's SHA-256, and shared by all data folders of the user.
 *
 * @param folder holds {@code bin}, {@code lib} and {@code share}
 */
record PostgresBinaries(Path folder) {
  private static final int HASH_CHARACTERS = 16;

  static PostgresBinaries unpackedIn(Path cache) {
    String archive = archive();
    try {
      String hash = sha256(archive);
      Path folder = cache.resolve("postgres-" + hash.substring(0, HASH_CHARACTERS));
      PostgresBinaries binaries = new PostgresBinaries(folder);
      if (!binaries.complete()) {
        binaries.unpack(archive);
      }
      return binaries;
    } catch (IOException e) {
      throw new EmbeddedServerException(
          "Expected to unpack PostgreSQL into " + cache + ", but failed: " + e, e);
    }
  }

  Path postgres() {
    return folder.resolve("bin/postgres");
  }

  Path initdb() {
    return folder.resolve("bin/initdb");
  }

  private boolean complete() {
    return Files.isExecutable(postgres()) && Files.isExecutable(initdb());
  }

  /** Unpacked beside and renamed, so that nobody ever runs a half-unpacked PostgreSQL. */
  private void unpack(String archive) throws IOException {
    Path cache = folder.resolveSibling(".");
    Path draft =
        Files.createTempDirectory(
            cache,
            "unpacking-",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
    try {
      Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rwxr-xr-x"));
      try (InputStream in = open(archive);
          TarArchiveInputStream tar =
              new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(in)))) {
        for (TarArchiveEntry entry = tar.getNextEntry();
            entry != null;
            entry = tar.getNextEntry()) {
          extract(tar, entry, draft);
        }
      }
      publish(draft);
    } finally {
      PrivateFiles.delete(draft);
    }
  }

  private void publish(Path draft) throws IOException {
    try {
      Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      throw e;
    } catch (FileSystemException e) {
      if (complete()) {
        return; // another JVM was faster
      }
      PrivateFiles.delete(folder); // what a cleaner of old files left of it
      Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
    }
  }

  private static void extract(TarArchiveInputStream tar, TarArchiveEntry entry, Path into)
      throws IOException {
    Path target = into.resolve(entry.getName()).normalize();
    if (!target.startsWith(into.normalize())) {
      throw new IOException("Expected a path inside the archive, but got " + entry.getName());
    }
    if (entry.isDirectory()) {
      Files.createDirectories(target);
      return;
    }
    Files.createDirectories(target.resolveSibling("."));
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
    } else {
      Files.copy(tar, target);
      boolean executable = (entry.getMode() & 0100) != 0;
      Files.setPosixFilePermissions(
          target, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
    }
  }

  /** The name zonky's binaries artifacts give it. */
  private static String archive() {
    String system = System.getProperty("os.name", "");
    String processor = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
    if (!system.equals("Linux")) {
      throw new EmbeddedServerException(
          ("Expected Linux for the embedded PostgreSQL, but this is %s."
                  + " Connect to a PostgreSQL of your own instead.")
              .formatted(system));
    }
    String name =
        switch (processor) {
          case "amd64", "x86_64" -> "x86_64";
          case "aarch64", "arm64" -> "arm_64";
          default -> processor;
        };
    return "/postgres-linux-" + name + ".txz";
  }

  private static InputStream open(String archive) {
    InputStream in = PostgresBinaries.class.getResourceAsStream(archive);
    if (in == null) {
      throw new EmbeddedServerException(
          "Expected PostgreSQL's programs at %s on the class path, but found none"
              .formatted(archive));
    }
    return in;
  }

  private static String sha256(String archive) throws IOException {
    try (DigestInputStream in =
        new DigestInputStream(open(archive), MessageDigest.getInstance("SHA-256"))) {
      in.transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(in.getMessageDigest().digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java platform has SHA-256
    }
  }
}
