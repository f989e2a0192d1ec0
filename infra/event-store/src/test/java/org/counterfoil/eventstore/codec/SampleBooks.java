package org.counterfoil.eventstore.codec;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import org.counterfoil.domain.Actor;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.OrderId;
import org.counterfoil.domain.PublicLabel;
import org.counterfoil.domain.accounting.Account;
import org.counterfoil.domain.accounting.AccountingEvent.AgentSettled;
import org.counterfoil.domain.accounting.AccountingEvent.ChartSet;
import org.counterfoil.domain.accounting.AccountingEvent.ClosingSealed;
import org.counterfoil.domain.accounting.AccountingEvent.ClosingStarted;
import org.counterfoil.domain.accounting.AccountingEvent.CreditNoteIssued;
import org.counterfoil.domain.accounting.AccountingEvent.InvoiceIssued;
import org.counterfoil.domain.accounting.AccountingEvent.PayoutRecorded;
import org.counterfoil.domain.accounting.ChartAccount;
import org.counterfoil.domain.accounting.ChartJournal;
import org.counterfoil.domain.accounting.ClosingKind;
import org.counterfoil.domain.accounting.ClosingTotals;
import org.counterfoil.domain.accounting.InvoiceLine;
import org.counterfoil.domain.accounting.InvoiceNumber;
import org.counterfoil.domain.accounting.InvoiceReference;
import org.counterfoil.domain.accounting.InvoicedLine;
import org.counterfoil.domain.accounting.Journal;
import org.counterfoil.domain.accounting.JournalCode;
import org.counterfoil.domain.accounting.MoneyMove;
import org.counterfoil.domain.accounting.PaymentTerms;
import org.counterfoil.domain.accounting.PayoutLine;
import org.counterfoil.domain.accounting.ProviderReference;
import org.counterfoil.domain.accounting.RateAmount;
import org.counterfoil.domain.accounting.Seller;
import org.counterfoil.domain.accounting.Supply;
import org.counterfoil.domain.accounting.TillEvent.BankingArrived;
import org.counterfoil.domain.accounting.TillEvent.TillBanked;
import org.counterfoil.domain.accounting.TillEvent.TillCounted;
import org.counterfoil.domain.accounting.TillEvent.TillOpened;
import org.counterfoil.domain.money.PaymentMethod;
import org.counterfoil.domain.money.TaxRate;
import org.counterfoil.domain.order.LineId;
import org.counterfoil.domain.order.LineProduct;
import org.counterfoil.domain.order.PaymentReference;
import org.counterfoil.domain.order.ProviderName;
import org.counterfoil.domain.organisation.AccountNumber;
import org.counterfoil.domain.organisation.CountryCode;
import org.counterfoil.domain.organisation.Iban;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.organisation.RegistrationNumber;
import org.counterfoil.domain.seathold.TicketReason;
import org.counterfoil.domain.seating.ZoneName;

/** Samples of what happens to books. */
final class SampleBooks {

  private static final Currency EUR = Currency.getInstance("EUR");
  private static final OrderId ORDER = new OrderId(SampleEvents.id(0x15));
  private static final Actor KEEPER = new Actor(Actor.Kind.OPERATOR, SampleEvents.id(0x5c));
  private static final List<PublicLabel> ADDRESS =
      List.of(new PublicLabel("4 quai du Lac"), new PublicLabel("74200 Thonon-les-Bains"));
  private static final Seller SELLER =
      new Seller(
          new PublicLabel("Scènes SCIC"),
          ADDRESS,
          new CountryCode("FR"),
          new PublicLabel("SCIC SA à capital variable, RCS Thonon-les-Bains"),
          new RegistrationNumber("732829320"),
          new RegistrationNumber("FR44732829320"),
          new RegistrationNumber("L-R-26-001234"),
          new Iban("FR7630006000011234567890189"));
  private static final Supply SUPPLY =
      new Supply(
          SampleEvents.PERFORMANCE,
          new PublicLabel("Le Cid"),
          new PublicLabel("Théâtre"),
          Instant.parse("2026-12-01T19:30:00Z"),
          ZoneId.of("Europe/Paris"));

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
            List.of(new PayoutLine(new ProviderReference("pi_4711"), 2_500, 35))),
        new InvoiceIssued(
            SampleEvents.THEATRE,
            new InvoiceNumber("F2026-000012"),
            LocalDate.of(2026, 11, 27),
            ORDER,
            4,
            SELLER,
            List.of(SUPPLY),
            new InvoiceReference("BC-2026-114"),
            EUR,
            List.of(line(1, 2)),
            List.of(
                new InvoicedLine(
                    new LineId(SampleEvents.id(30)),
                    LineProduct.FEE,
                    new PublicLabel("Frais de dossier"),
                    1,
                    new TaxRate("20"),
                    167,
                    33)),
            5_000,
            new PaymentTerms(LocalDate.of(2026, 12, 27), new PublicLabel("12 % par an"), 4_000)),
        new CreditNoteIssued(
            SampleEvents.THEATRE,
            new InvoiceNumber("A2026-000003"),
            LocalDate.of(2026, 11, 28),
            ORDER,
            5,
            new InvoiceNumber("F2026-000012"),
            SELLER,
            List.of(SUPPLY),
            TicketReason.CUSTOMER_REQUEST,
            EUR,
            List.of(line(2)),
            List.of()),
        new TillOpened(SampleEvents.THEATRE, 7, KEEPER, 15_000),
        new TillCounted(SampleEvents.THEATRE, 7, 15_000, 4_711, 25_250, 40_000),
        new TillBanked(SampleEvents.THEATRE, 7, 25_000),
        new BankingArrived(SampleEvents.THEATRE, 7, 25_000, LocalDate.of(2026, 12, 2)));
  }

  private static InvoiceLine line(Integer... tickets) {
    return new InvoiceLine(
        SampleEvents.PERFORMANCE,
        new ZoneName("STALLS"),
        new PublicLabel("Plein tarif"),
        new TaxRate("5.5"),
        2_370,
        130,
        List.of(tickets));
  }
}
