package org.counterfoil.eventstore.codec;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.PublicLabel;
import org.counterfoil.domain.accounting.Account;
import org.counterfoil.domain.accounting.AccountingEvent.AgentSettled;
import org.counterfoil.domain.accounting.AccountingEvent.ChartSet;
import org.counterfoil.domain.accounting.AccountingEvent.ClosingSealed;
import org.counterfoil.domain.accounting.AccountingEvent.ClosingStarted;
import org.counterfoil.domain.accounting.AccountingEvent.PayoutRecorded;
import org.counterfoil.domain.accounting.ChartAccount;
import org.counterfoil.domain.accounting.ChartJournal;
import org.counterfoil.domain.accounting.ClosingKind;
import org.counterfoil.domain.accounting.ClosingTotals;
import org.counterfoil.domain.accounting.Journal;
import org.counterfoil.domain.accounting.JournalCode;
import org.counterfoil.domain.accounting.MoneyMove;
import org.counterfoil.domain.accounting.PayoutLine;
import org.counterfoil.domain.accounting.ProviderReference;
import org.counterfoil.domain.accounting.RateAmount;
import org.counterfoil.domain.money.PaymentMethod;
import org.counterfoil.domain.money.TaxRate;
import org.counterfoil.domain.order.PaymentReference;
import org.counterfoil.domain.order.ProviderName;
import org.counterfoil.domain.organisation.AccountNumber;
import org.counterfoil.domain.organisation.OrganisationId;

/** Samples of what happens to books. */
final class SampleBooks {

  private SampleBooks() {}

  static List<Event> all() {
    return List.of(
        new ChartSet(
            SampleEvents.THEATRE,
            List.of(
                new ChartAccount(
                    Account.REVENUE, new AccountNumber("7061"), new PublicLabel("Spectacles"))),
            List.of(
                new ChartJournal(
                    Journal.SALES, new JournalCode("BIL"), new PublicLabel("Billetterie")))),
        new ClosingStarted(
            SampleEvents.THEATRE,
            12,
            ClosingKind.MONTH,
            LocalDate.of(2026, 11, 1),
            LocalDate.of(2026, 11, 30),
            true),
        new ClosingSealed(
            SampleEvents.THEATRE,
            12,
            4_711,
            new ClosingTotals(
                2_500,
                12_500,
                12_500,
                17_500,
                List.of(new RateAmount(new TaxRate("5.5"), 2_370, 130)),
                List.of(new MoneyMove(PaymentMethod.CARD, 2_500)))),
        new AgentSettled(
            SampleEvents.THEATRE,
            new OrganisationId(SampleEvents.id(12)),
            PaymentMethod.TRANSFER,
            new PaymentReference("VIR-4711"),
            Currency.getInstance("EUR"),
            -1_500),
        new PayoutRecorded(
            SampleEvents.THEATRE,
            new ProviderName("stripe"),
            new ProviderReference("po_4711"),
            LocalDate.of(2026, 11, 27),
            Currency.getInstance("EUR"),
            2_465,
            List.of(new PayoutLine(new ProviderReference("pi_4711"), 2_500, 35))));
  }
}
