package org.counterfoil.domain.accounting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.counterfoil.domain.Theatre.ORGANISATION;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.counterfoil.domain.Decision;
import org.counterfoil.domain.accounting.AccountingCommand.RecordPayout;
import org.counterfoil.domain.accounting.AccountingEvent.PayoutRecorded;
import org.counterfoil.domain.order.ProviderName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Payouts are recorded once, as far as they add up, and move money from 511 to 512. */
class PayoutsTest {

  private final AccountingDecider decider = new AccountingDecider();
  private final Books books = new Books();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2465 | 2500 35         | 512 24.65; 627 0.35 | 511 25.00",
        "5000 | 5000 0          | 512 50.00 | 511 50.00",
        "2430 | 5000 70, -2500 0 | 512 24.30; 627 0.70 | 511 25.00",
        "-2535 | -2500 35       | 627 0.35; 511 25.00 | 512 25.35",
        "-35 | 0 35             | 627 0.35 | 512 0.35"
      })
  void aPayoutIsBookedAsItArrived(long amount, String lines, String debit, String credit) {
    PayoutRecorded payout = payout("po_1", amount, lines);

    assertThat(answer(payout)).isEqualTo("PayoutRecorded");
    Operation operation = Payouts.book(payout);
    assertThat(operation.salesMinor()).isZero();
    assertThat(sides(operation, 1)).isEqualTo(debit);
    assertThat(sides(operation, -1)).isEqualTo(credit);
  }

  @Test
  void aPayoutIsRecordedOnce() {
    assertThat(answer(payout("po_1", 2_465, "2500 35"))).isEqualTo("PayoutRecorded");
    assertThat(answer(payout("po_1", 2_465, "2500 35"))).isEqualTo("nothing");
    assertThat(answer(payout("po_1", 2_464, "2500 36"))).isEqualTo("PAYOUT_KNOWN");
    assertThat(answer(payout("po_2", 2_465, "2500 35"))).isEqualTo("PayoutRecorded");
  }

  @Test
  void whatDoesNotAddUpOrRepeatsIsRefused() {
    assertThat(answer(payout("po_1", 2_500, "2500 35"))).isEqualTo("PAYOUT_DOES_NOT_ADD_UP");
    PayoutLine twice = new PayoutLine(new ProviderReference("pi_1"), 100, 0);
    PayoutRecorded repeated =
        new PayoutRecorded(
            ORGANISATION,
            new ProviderName("stripe"),
            new ProviderReference("po_1"),
            LocalDate.of(2026, 11, 27),
            Currency.getInstance("EUR"),
            200,
            List.of(twice, twice));
    assertThat(answer(repeated)).isEqualTo("PAYOUT_LINE_REPEATED");
  }

  private String answer(PayoutRecorded payout) {
    Decision<AccountingEvent> decision =
        decider.decide(new RecordPayout(payout), books, Instant.EPOCH);
    return switch (decision) {
      case Decision.Rejected<AccountingEvent> rejected -> rejected.code().name();
      case Decision.Accepted<AccountingEvent> accepted -> {
        accepted.events().forEach(event -> decider.evolve(books, event));
        yield accepted.events().isEmpty()
            ? "nothing"
            : accepted.events().getFirst().getClass().getSimpleName();
      }
    };
  }

  private static PayoutRecorded payout(String reference, long amount, String lines) {
    List<PayoutLine> read = new ArrayList<>();
    for (String line : lines.split(", *", -1)) {
      String[] words = line.trim().split(" ", -1);
      read.add(
          new PayoutLine(
              new ProviderReference("pi_" + read.size()),
              Long.parseLong(words[0]),
              Long.parseLong(words[1])));
    }
    return new PayoutRecorded(
        ORGANISATION,
        new ProviderName("stripe"),
        new ProviderReference(reference),
        LocalDate.of(2026, 11, 27),
        Currency.getInstance("EUR"),
        amount,
        read);
  }

  private static String sides(Operation operation, int sign) {
    List<String> sides = new ArrayList<>();
    Posting posting = operation.posting();
    if (posting != null) {
      for (PostingLine line : posting.lines()) {
        if (line.debitMinor() * sign > 0) {
          long minor = line.debitMinor() * sign;
          String number = ChartOfAccounts.USUAL.resolve(line.account(), List.of()).number().value();
          sides.add("%s %d.%02d".formatted(number, minor / 100, minor % 100));
        }
      }
    }
    return String.join("; ", sides);
  }
}
