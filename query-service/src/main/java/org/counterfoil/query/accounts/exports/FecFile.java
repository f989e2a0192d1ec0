package org.counterfoil.query.accounts.exports;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.counterfoil.domain.accounting.fec.FecCheck;
import org.counterfoil.domain.accounting.fec.FecFinding;

/** Feeds a file to its check, line by line. */
final class FecFile {

  private FecFile() {}

  /**
   * What is wrong with a file; nothing where it is sound.
   *
   * @param fileName as it is to be handed in
   */
  static List<FecFinding> check(String fileName, InputStream bytes) throws IOException {
    FecCheck check = new FecCheck(fileName);
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    try (InputStream in = new BufferedInputStream(bytes)) {
      for (int next = in.read(); next >= 0; next = in.read()) {
        if (next == '\n') {
          end(line, check);
        } else {
          line.write(next);
        }
      }
    }
    if (line.size() > 0) {
      end(line, check);
    }
    return check.end();
  }

  private static void end(ByteArrayOutputStream line, FecCheck check) {
    try {
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(line.toByteArray()))
              .toString();
      check.next(text.endsWith("\r") ? text.substring(0, text.length() - 1) : text);
    } catch (CharacterCodingException notUtf8) {
      check.unreadable();
    }
    line.reset();
  }
}
