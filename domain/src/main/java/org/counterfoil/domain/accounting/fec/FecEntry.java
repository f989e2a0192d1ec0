package org.counterfoil.domain.accounting.fec;

import java.util.List;

/** The entry that lines are being read of. */
final class FecEntry {

  private static final List<FecColumn> HEAD =
      List.of(
          FecColumn.JOURNAL_CODE,
          FecColumn.ECRITURE_DATE,
          FecColumn.PIECE_REF,
          FecColumn.PIECE_DATE,
          FecColumn.VALID_DATE);

  private final long number;
  private final List<String> head;
  private long balanceMinor;

  FecEntry(long number, String[] fields) {
    this.number = number;
    this.head = head(fields);
  }

  long number() {
    return number;
  }

  long balanceMinor() {
    return balanceMinor;
  }

  void add(long debitMinor) {
    balanceMinor += debitMinor;
  }

  boolean hasHead(String[] fields) {
    return head(fields).equals(head);
  }

  private static List<String> head(String[] fields) {
    return HEAD.stream().map(column -> column.of(fields)).toList();
  }
}
