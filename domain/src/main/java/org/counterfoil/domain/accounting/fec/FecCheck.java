package org.counterfoil.domain.accounting.fec;

import static org.counterfoil.domain.accounting.fec.FecColumn.*;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Checks a file line by line, and keeps no more than one entry. Stricter than the tax office's own
 * tool (Test Compta Demat), which misses an unbalanced total, a gap in EcritureNum and a missing
 * ValidDate column. Give it the lines in order, then {@link #end}.
 */
public final class FecCheck {

  private static final Pattern FILE_NAME = Pattern.compile("[0-9]{9}FEC([0-9]{8})\\.txt");

  /** Who reads a list of a thousand faults has read enough. */
  private static final int MOST = 1_000;

  private final List<FecFinding> findings = new ArrayList<>();
  private final Map<String, String> accountLabels = new HashMap<>();
  private @Nullable LocalDate lastDay;
  private long line;
  private boolean isReadable = true;
  private @Nullable FecEntry entry;
  private @Nullable LocalDate lastValid;
  private long debit;
  private long credit;

  /**
   * Begins.
   *
   * @param fileName as it is to be handed in
   */
  public FecCheck(String fileName) {
    var named = FILE_NAME.matcher(fileName);
    if (named.matches()) {
      lastDay = FecValues.date(named.group(1));
    }
    if (lastDay == null) {
      find(
          FecFault.WRONG_FILE_NAME,
          "Expected <SIREN>FEC<YYYYMMDD>.txt, but it is not of that form");
    }
  }

  /** The next line, without its end. */
  public void next(String text) {
    line++;
    if (line == 1) {
      header(text);
    } else if (isReadable) {
      body(text);
    }
  }

  /** Bytes that are no UTF-8 were met. */
  public void unreadable() {
    find(FecFault.WRONG_ENCODING, "Expected UTF-8, but there are bytes that are not");
    isReadable = false;
  }

  /** Ends, and answers what was found; nothing where the file is sound. */
  public List<FecFinding> end() {
    endEntry();
    if (line < 2) {
      find(FecFault.EMPTY_FILE, "Expected entries, but there are none");
    }
    if (debit != credit) {
      find(
          FecFault.FILE_NOT_BALANCED,
          "Expected debit = credit, but they differ by " + (debit - credit) + " minor units");
    }
    return List.copyOf(findings);
  }

  private void header(String text) {
    List<String> titles = List.of(text.split("\t", -1));
    List<String> expected = titles();
    if (titles.equals(expected)) {
      return;
    }
    isReadable = false;
    if (titles.size() == 1) {
      find(FecFault.WRONG_SEPARATOR, "Expected columns separated by TAB, but there is one column");
      return;
    }
    for (String title : expected) {
      if (!titles.contains(title)) {
        find(FecFault.COLUMN_MISSING, "Expected the column " + title + ", but it is missing");
      }
    }
    for (String title : titles) {
      if (!expected.contains(title)) {
        find(FecFault.UNKNOWN_COLUMN, "Expected the 18 legal columns, but there is another");
      }
    }
    if (titles.size() == expected.size() && titles.containsAll(expected)) {
      find(FecFault.COLUMNS_OUT_OF_ORDER, "Expected the legal order of columns, but it is another");
    }
  }

  private void body(String text) {
    String[] fields = text.split("\t", -1);
    if (fields.length != values().length) {
      find(
          FecFault.WRONG_FIELD_COUNT,
          "Expected " + values().length + " fields, but there are " + fields.length);
      return;
    }
    for (FecColumn column : values()) {
      if (column.isRequired() && column.of(fields).isBlank()) {
        find(FecFault.FIELD_EMPTY, "Expected " + column.title() + ", but it is empty");
      }
    }
    number(fields);
    dates(fields);
    account(fields);
    amounts(fields);
  }

  private void number(String[] fields) {
    String text = ECRITURE_NUM.of(fields);
    if (!text.matches("[1-9][0-9]{0,17}")) {
      find(FecFault.INVALID_ENTRY_NUMBER, "Expected a number from 1, but it is none");
      return;
    }
    long number = Long.parseLong(text);
    FecEntry open = entry;
    if (open != null && open.number() == number) {
      if (!open.hasHead(fields)) {
        find(
            FecFault.ENTRY_CHANGES_WITHIN,
            "Expected one journal, date and piece in entry " + number + ", but they change");
      }
      return;
    }
    long expected = open == null ? 1 : open.number() + 1;
    endEntry();
    if (number < expected) {
      find(
          FecFault.ENTRY_NOT_TOGETHER,
          "Expected entry " + expected + ", but " + number + " comes again");
    } else if (number > expected) {
      find(FecFault.ENTRY_NUMBER_GAP, "Expected entry " + expected + ", but it is " + number);
    }
    entry = new FecEntry(number, fields);
  }

  private void dates(String[] fields) {
    LocalDate date = date(ECRITURE_DATE, fields);
    LocalDate piece = date(PIECE_DATE, fields);
    LocalDate valid = date(VALID_DATE, fields);
    LocalDate end = lastDay;
    if (date != null && end != null && (date.isAfter(end) || !date.isAfter(end.minusMonths(24)))) {
      find(FecFault.DATE_OUTSIDE_YEAR, "Expected a date of the year, but it is " + date);
    }
    if (valid != null && lastValid != null && valid.isBefore(lastValid)) {
      find(
          FecFault.VALIDATION_OUT_OF_ORDER,
          "Expected entries in order of validation, but " + valid + " is before " + lastValid);
    }
    if (valid != null && piece != null && valid.isBefore(piece)) {
      find(
          FecFault.VALIDATED_BEFORE_PIECE,
          "Expected a validation at or after " + piece + ", but it is " + valid);
    }
    lastValid = valid == null ? lastValid : valid;
  }

  private @Nullable LocalDate date(FecColumn column, String[] fields) {
    String text = column.of(fields);
    LocalDate date = FecValues.date(text);
    if (date == null && !text.isBlank()) {
      find(
          FecFault.INVALID_DATE,
          "Expected a date YYYYMMDD in " + column.title() + ", but it is none");
    }
    return date;
  }

  private void account(String[] fields) {
    String number = COMPTE_NUM.of(fields);
    if (!number.isBlank() && !number.matches("[0-9]{3}[0-9A-Z]*")) {
      find(FecFault.INVALID_ACCOUNT, "Expected an account of three digits first, but it is none");
    }
    String label = COMPTE_LIB.of(fields);
    if (!label.equals(accountLabels.computeIfAbsent(number, unknown -> label))) {
      find(
          FecFault.ACCOUNT_LABEL_CHANGES,
          "Expected one label of account " + number + ", but there are two");
    }
  }

  private void amounts(String[] fields) {
    Long debited = amount(DEBIT, fields);
    Long credited = amount(CREDIT, fields);
    if (debited == null || credited == null) {
      return;
    }
    if (debited != 0 && credited != 0) {
      find(FecFault.DEBIT_AND_CREDIT, "Expected debit or credit, but the line has both");
    }
    if (debited == 0 && credited == 0) {
      find(FecFault.NEITHER_DEBIT_NOR_CREDIT, "Expected debit or credit, but the line has none");
    }
    debit += debited;
    credit += credited;
    if (entry != null) {
      entry.add(debited - credited);
    }
  }

  private @Nullable Long amount(FecColumn column, String[] fields) {
    Long amount = FecValues.minor(column.of(fields));
    if (amount == null && !column.of(fields).isBlank()) {
      find(
          FecFault.INVALID_AMOUNT,
          "Expected an amount such as 1234,50 in " + column.title() + ", but it is none");
    }
    return amount;
  }

  private void endEntry() {
    FecEntry open = entry;
    if (open != null && open.balanceMinor() != 0) {
      find(
          FecFault.ENTRY_NOT_BALANCED,
          "Expected entry "
              + open.number()
              + " to balance, but debit exceeds credit by "
              + open.balanceMinor()
              + " minor units");
    }
  }

  private void find(FecFault fault, String detail) {
    if (findings.size() < MOST) {
      findings.add(new FecFinding(fault, line, detail));
    }
  }
}
