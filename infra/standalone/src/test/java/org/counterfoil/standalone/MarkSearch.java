package org.counterfoil.standalone;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Looks for what planted people told wherever it does not belong, as it is, in capitals, in base64
 * at each offset, as in an address, and as PostgreSQL shows bytes.
 */
final class MarkSearch {

  private static final Set<String> SPELLINGS =
      Stream.of(PlantedPerson.MARK, PlantedPerson.TELEPHONES)
          .flatMap(told -> spellings(told).stream())
          .collect(Collectors.toSet());

  private MarkSearch() {}

  private static List<String> spellings(String told) {
    List<String> spellings = new ArrayList<>();
    for (String each :
        List.of(told, told.toUpperCase(Locale.ROOT), told.toLowerCase(Locale.ROOT))) {
      spellings.add(each);
      spellings.add(URLEncoder.encode(each, StandardCharsets.UTF_8));
      spellings.add(HexFormat.of().formatHex(each.getBytes(StandardCharsets.UTF_8)));
      for (int offset = 0; offset < 3; offset++) {
        String encoded = base64("x".repeat(offset) + each);
        spellings.add(encoded.substring(offset == 0 ? 0 : 4, encoded.length() / 4 * 4 - 4));
      }
    }
    return spellings;
  }

  static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  static boolean finds(String text) {
    return SPELLINGS.stream().anyMatch(text::contains);
  }

  static boolean finds(byte[] bytes) {
    return finds(new String(bytes, StandardCharsets.ISO_8859_1));
  }

  /** Tables with a row that tells, of all that are not the vault's. */
  static List<String> tables(Database database) {
    return database.tables().stream()
        .filter(table -> !table.startsWith("vault."))
        .filter(table -> finds(database.text(table)))
        .toList();
  }

  /** Files that tell: those of the database and of Kafka among them, backups, and logs. */
  static List<Path> files(Path folder) throws IOException {
    List<Path> telling = new ArrayList<>();
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<Path>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            if (attributes.isRegularFile() && findsIn(file)) {
              telling.add(file);
            }
            return FileVisitResult.CONTINUE;
          }

          /** The servers tidy up in the meantime. */
          @Override
          public FileVisitResult visitFileFailed(Path file, IOException failed) throws IOException {
            if (failed instanceof NoSuchFileException) {
              return FileVisitResult.CONTINUE;
            }
            throw failed;
          }
        });
    return telling;
  }

  private static boolean findsIn(Path file) throws IOException {
    try {
      return finds(Files.readAllBytes(file));
    } catch (NoSuchFileException gone) {
      return false;
    }
  }
}
