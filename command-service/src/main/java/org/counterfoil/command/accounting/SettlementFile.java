package org.counterfoil.command.accounting;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.counterfoil.domain.InvalidText;
import org.counterfoil.domain.accounting.PayoutLine;
import org.counterfoil.domain.accounting.ProviderReference;
import org.counterfoil.http.problem.Problem;
import org.counterfoil.http.problem.ProblemException;
import org.counterfoil.http.problem.Violation;

/**
 * A provider's settlement file: CSV (RFC 4180) with a head. Columns are found by name, so that
 * files of several providers can be read as they come: what a line is about stands in the first of
 * {@code reference}, {@code payment_intent_id}, {@code charge_id}, {@code source_id} that is
 * filled, its amounts in {@code gross} and {@code fee}, with a decimal point.
 */
final class SettlementFile {

  private static final List<String> REFERENCES =
      List.of("reference", "payment_intent_id", "charge_id", "source_id");

  private static final int MOST_LINES = 3_000;

  private SettlementFile() {}

  /**
   * Reads it.
   *
   * @param digits how many decimals the currency has
   * @throws ProblemException 400 with every fault by its line
   */
  static List<PayoutLine> read(String text, int digits) {
    List<List<String>> rows = rows(text);
    List<Violation> faults = new ArrayList<>();
    List<String> head =
        rows.isEmpty()
            ? List.of()
            : rows.getFirst().stream().map(name -> name.trim().toLowerCase(Locale.ROOT)).toList();
    for (String needed : List.of("gross", "fee")) {
      if (!head.contains(needed)) {
        faults.add(fault(1, "Expected a column " + needed + ", but there is none"));
      }
    }
    if (REFERENCES.stream().noneMatch(head::contains)) {
      faults.add(fault(1, "Expected one of the columns " + REFERENCES + ", but there is none"));
    }
    if (rows.size() > MOST_LINES + 1) {
      faults.add(fault(MOST_LINES + 2, "Expected at most " + MOST_LINES + " lines, but has more"));
    }
    List<PayoutLine> lines = new ArrayList<>();
    if (faults.isEmpty()) {
      for (int row = 1; row < rows.size(); row++) {
        line(head, rows.get(row), row + 1, digits, lines, faults);
      }
    }
    if (!faults.isEmpty()) {
      throw Problem.invalid(faults).exception();
    }
    return lines;
  }

  private static void line(
      List<String> head,
      List<String> row,
      int number,
      int digits,
      List<PayoutLine> lines,
      List<Violation> faults) {
    try {
      String reference =
          REFERENCES.stream()
              .map(name -> cell(head, row, name))
              .filter(value -> !value.isEmpty())
              .findFirst()
              .orElse("");
      lines.add(
          new PayoutLine(
              new ProviderReference(reference),
              minor(cell(head, row, "gross"), digits),
              minor(cell(head, row, "fee"), digits)));
    } catch (InvalidText | ArithmeticException | NumberFormatException wrong) {
      faults.add(
          fault(
              number,
              "Expected a reference, and amounts of at most %d decimals, but it has others"
                  .formatted(digits)));
    }
  }

  private static Violation fault(int line, String message) {
    return new Violation("settlementFile:" + line, message);
  }

  private static String cell(List<String> head, List<String> row, String name) {
    int at = head.indexOf(name);
    return at < 0 || at >= row.size() ? "" : row.get(at).trim();
  }

  private static long minor(String amount, int digits) {
    return new BigDecimal(amount).movePointRight(digits).longValueExact();
  }

  /** Empty lines are none. */
  private static List<List<String>> rows(String text) {
    List<List<String>> rows = new ArrayList<>();
    List<String> row = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean isQuoted = false;
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if (isQuoted && c == '"' && at + 1 < text.length() && text.charAt(at + 1) == '"') {
        cell.append(c);
        at++;
      } else if (c == '"') {
        isQuoted = !isQuoted;
      } else if (!isQuoted && c == ',') {
        row.add(cell.toString());
        cell.setLength(0);
      } else if (!isQuoted && c == '\n') {
        end(row, cell, rows);
        row = new ArrayList<>();
      } else if (isQuoted || c != '\r') {
        cell.append(c);
      }
    }
    end(row, cell, rows);
    return rows;
  }

  private static void end(List<String> row, StringBuilder cell, List<List<String>> rows) {
    row.add(cell.toString());
    cell.setLength(0);
    if (row.size() > 1 || !row.getFirst().isBlank()) {
      rows.add(row);
    }
  }
}
