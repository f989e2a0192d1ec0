package org.counterfoil.eventstore.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Invoices that are as they should be, and each way in which they may not be. */
class InvoiceCheckTest {

  private final WrittenLog log = new WrittenLog();

  /** Two tickets at 25.00, and the order's event of number 2 completes it. */
  private WrittenLog sold() {
    return log.scheduled()
        .placed("a", 1, 2)
        .ordered("a", "o", 5_000)
        .captured("o", "p", 5_000)
        .sold("a", "o", 1, 2)
        .completed("o", 1, 2);
  }

  /** One of them went back, by the order's event of number 3. */
  private WrittenLog refunded() {
    return log.refunded("o", 1, "p", 2_500, 0).voided("o", 1, true).later(Duration.ofHours(1));
  }

  private List<Invariant> found() {
    log.later(Duration.ofHours(1)).placed("later", 9);
    return log.check().findings().stream().map(Finding::invariant).distinct().toList();
  }

  @Test
  void anInvoiceWithTheCreditNoteOfWhatCameBackIsClean() {
    sold().invoiced("F2026-000001", "o", 2, 5_000);
    refunded().credited("A2026-000001", "F2026-000001", "o", 3, 2_500);

    assertThat(found()).isEmpty();
  }

  @Test
  void whatCameBackBeforeIsNotInvoiced() {
    sold();
    refunded().invoiced("F2026-000001", "o", 3, 2_500);

    assertThat(found()).isEmpty();
  }

  @Test
  void aMissingCreditNoteIsFound_butNotWhileItMayBeUnderWay() {
    sold().invoiced("F2026-000001", "o", 2, 5_000);
    log.refunded("o", 1, "p", 2_500, 0).voided("o", 1, true);
    assertThat(log.check().findings()).isEmpty();

    assertThat(found()).containsExactly(Invariant.INVOICED_AS_SOLD);
  }

  @Test
  void anInvoiceOfAnotherAmountIsFound() {
    sold().invoiced("F2026-000001", "o", 2, 4_999);

    assertThat(found()).containsExactly(Invariant.INVOICED_AS_SOLD);
  }

  @Test
  void aCreditNoteOfAnotherAmountIsFound() {
    sold().invoiced("F2026-000001", "o", 2, 5_000);
    refunded().credited("A2026-000001", "F2026-000001", "o", 3, 2_499);

    assertThat(found()).containsExactly(Invariant.INVOICED_AS_SOLD);
  }

  @Test
  void aCreditNoteForNothingIsFound() {
    sold().invoiced("F2026-000001", "o", 2, 5_000);
    log.credited("A2026-000001", "F2026-000001", "o", 3, 2_500);

    assertThat(found()).containsExactly(Invariant.INVOICED_AS_SOLD);
  }

  @Test
  void aGapInTheNumbersIsFound_eachSeriesAndYearForItself() {
    sold().invoiced("F2026-000002", "o", 2, 5_000);

    assertThat(found()).containsExactly(Invariant.INVOICES_NUMBERED);
  }
}
