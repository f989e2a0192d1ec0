package org.counterfoil.query.accounts.exports;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.counterfoil.domain.accounting.fec.FecFinding;

/**
 * Checks files of entries in the tax office's format: {@code FecCheckCommand <file>…}. Ends with 1
 * where any has a fault, with 2 where none can be read.
 */
public final class FecCheckCommand {

  private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  private FecCheckCommand() {}

  public static void main(String[] files) {
    System.exit(run(files, OUT));
  }

  static int run(String[] files, PrintStream out) {
    int code = files.length == 0 ? 2 : 0;
    if (files.length == 0) {
      out.println("Expected one file or more, but there is none");
    }
    for (String file : files) {
      code = Math.max(code, check(Path.of(file), out));
    }
    return code;
  }

  private static int check(Path file, PrintStream out) {
    try (InputStream bytes = Files.newInputStream(file)) {
      List<FecFinding> findings = FecFile.check(String.valueOf(file.getFileName()), bytes);
      findings.forEach(
          f -> out.println(file + ":" + f.line() + ": " + f.fault() + " " + f.detail()));
      if (findings.isEmpty()) {
        out.println(file + ": sound");
      }
      return findings.isEmpty() ? 0 : 1;
    } catch (IOException unreadable) {
      out.println(file + ": Expected to read it, but failed");
      return 2;
    }
  }
}
