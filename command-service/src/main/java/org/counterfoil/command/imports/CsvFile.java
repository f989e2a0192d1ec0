package org.counterfoil.command.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.counterfoil.http.problem.Problem;
import org.counterfoil.http.problem.ProblemCode;
import org.counterfoil.http.problem.ProblemException;

/**
 * A file of comma-separated values (RFC 4180), also with semicolons or tabs between them, as French
 * spreadsheets write them. What cannot be read ends the request as a problem that names the line
 * and nothing of what stands in it.
 *
 * @param head the names of its columns
 */
record CsvFile(List<String> head, List<CsvLine> lines) {

  private static final int MOST_LINES = 100_000;
  private static final int MOST_COLUMNS = 500;
  private static final char BYTE_ORDER_MARK = '\uFEFF';
  private static final char[] DELIMITERS = {',', ';', '\t'};
  private static final String BODY = "(body)";

  CsvFile {
    head = List.copyOf(head);
    lines = List.copyOf(lines);
  }

  static CsvFile read(byte[] bytes, Charset charset) {
    String text = decoded(bytes, charset);
    CSVFormat format =
        CSVFormat.RFC4180.builder().setDelimiter(delimiter(text)).setIgnoreEmptyLines(false).get();
    try (CSVParser parser = CSVParser.builder().setCharSequence(text).setFormat(format).get()) {
      return read(parser);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible); // it is read from memory
    }
  }

  private static CsvFile read(CSVParser parser) {
    Iterator<CSVRecord> records = parser.iterator();
    List<String> head = List.of();
    List<CsvLine> lines = new ArrayList<>();
    int number = 1;
    while (hasNext(records, number)) {
      List<String> values = records.next().toList();
      boolean isEmpty = values.size() == 1 && values.getFirst().isBlank();
      if (head.isEmpty() && !isEmpty) {
        head = names(values);
      } else if (!isEmpty) {
        if (lines.size() == MOST_LINES) {
          throw Problem.of(
                  ProblemCode.BODY_TOO_LARGE,
                  "Expected at most " + MOST_LINES + " lines beside the head, but there are more")
              .exception();
        }
        lines.add(new CsvLine(number, values));
      }
      number = (int) parser.getCurrentLineNumber() + 1;
    }
    if (head.isEmpty()) {
      throw invalid("Expected a first line with the names of columns, but there is none");
    }
    return new CsvFile(head, lines);
  }

  /** The parser tells a fault with what is around it, which is not passed on. */
  private static boolean hasNext(Iterator<CSVRecord> records, int number) {
    try {
      return records.hasNext();
    } catch (UncheckedIOException | IllegalStateException malformed) {
      throw invalid(
          "Expected values as in RFC 4180, but quotes are not closed or not alone in line "
              + number);
    }
  }

  private static List<String> names(List<String> values) {
    if (values.size() > MOST_COLUMNS) {
      throw invalid(
          "Expected at most " + MOST_COLUMNS + " columns, but there are " + values.size());
    }
    return values.stream().map(String::strip).toList();
  }

  private static String decoded(byte[] bytes, Charset charset) {
    CharsetDecoder decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length + 1);
    CoderResult result = decoder.decode(in, out, true);
    if (result.isError()) {
      int line = 1;
      for (int i = 0; i < in.position(); i++) {
        line += bytes[i] == '\n' ? 1 : 0;
      }
      throw invalid("Expected " + charset + ", but line " + line + " is something else");
    }
    String text = out.flip().toString();
    return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
  }

  /** What there is most of in the head, outside of quotes. */
  private static char delimiter(String text) {
    int[] found = new int[DELIMITERS.length];
    boolean isQuoted = false;
    boolean isBegun = false;
    for (int at = 0; at < text.length(); at++) {
      char one = text.charAt(at);
      if (one == '\n' && !isQuoted && isBegun) {
        break;
      }
      isBegun |= !Character.isWhitespace(one);
      isQuoted ^= one == '"';
      for (int i = 0; i < DELIMITERS.length; i++) {
        found[i] += !isQuoted && one == DELIMITERS[i] ? 1 : 0;
      }
    }
    int most = 0;
    for (int i = 1; i < DELIMITERS.length; i++) {
      most = found[i] > found[most] ? i : most;
    }
    return DELIMITERS[most];
  }

  private static ProblemException invalid(String message) {
    return Problem.invalid(BODY, message).exception();
  }

  /** Without what stands in it. */
  @Override
  public String toString() {
    return "CsvFile[" + lines.size() + " lines]";
  }
}
