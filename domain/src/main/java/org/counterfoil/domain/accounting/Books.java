package org.counterfoil.domain.accounting;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The state of an organisation's books: its chart, and what is closed. */
public final class Books {

  ChartOfAccounts chart = ChartOfAccounts.USUAL;
  int lastNumber;
  final Map<ClosingKind, LocalDate> closedThrough = new EnumMap<>(ClosingKind.class);
  final Set<Integer> unsealed = new HashSet<>();

  /** What each payout said, as a hash: enough to tell a repetition. */
  final Map<String, Integer> payouts = new HashMap<>();

  final Invoices invoices = new Invoices();
  final Tills tills = new Tills();

  public ChartOfAccounts chart() {
    return chart;
  }

  /** The last day of the last closing of a kind; missing where there is none. */
  public @Nullable LocalDate closedThrough(ClosingKind kind) {
    return closedThrough.get(kind);
  }
}
