package org.counterfoil.query.accounts.reports;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What can be downloaded as a table. */
public enum ReportName {
  JOURNAL,
  TRIAL_BALANCE,
  VAT,
  LEDGERS,
  OPERATIONS,
  RECEIPTS,
  REVENUE,
  AGENTS,
  CLOSINGS;

  /** As it stands in addresses and names of files: {@code trial-balance}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Optional<ReportName> of(String word) {
    return Arrays.stream(values()).filter(name -> name.word().equals(word)).findFirst();
  }
}
