package org.counterfoil.domain.accounting;

import static org.counterfoil.domain.Theatre.EUR;
import static org.counterfoil.domain.Theatre.NOW;
import static org.counterfoil.domain.Theatre.ORGANISATION;
import static org.counterfoil.domain.Theatre.PERFORMANCE;

import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.List;
import org.counterfoil.domain.Given;
import org.counterfoil.domain.OrderId;
import org.counterfoil.domain.PublicLabel;
import org.counterfoil.domain.Theatre;
import org.counterfoil.domain.accounting.AccountingCommand.CorrectInvoice;
import org.counterfoil.domain.accounting.AccountingCommand.IssueInvoice;
import org.counterfoil.domain.money.TaxRate;
import org.counterfoil.domain.order.LineId;
import org.counterfoil.domain.order.LineProduct;
import org.counterfoil.domain.organisation.CountryCode;
import org.counterfoil.domain.organisation.Iban;
import org.counterfoil.domain.organisation.InvoicingTerms;
import org.counterfoil.domain.organisation.RegistrationNumber;
import org.counterfoil.domain.seathold.TicketReason;
import org.counterfoil.domain.seating.ZoneName;

/** What invoices are asked for with, in tests. */
final class InvoiceFacts {

  static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  static final OrderId ORDER = Given.order(1);
  static final InvoicingTerms TERMS =
      new InvoicingTerms(
          List.of(new PublicLabel("4 quai du Lac"), new PublicLabel("74200 Thonon-les-Bains")),
          null,
          new Iban("FR7630006000011234567890189"),
          30,
          new PublicLabel("trois fois le taux d'intérêt légal"),
          4_000);
  static final Seller SELLER =
      new Seller(
          new PublicLabel("Association du théâtre"),
          TERMS.address(),
          new CountryCode("FR"),
          null,
          new RegistrationNumber("732829320"),
          null,
          null,
          TERMS.iban());
  static final Supply SUPPLY =
      new Supply(PERFORMANCE, new PublicLabel("Le Cid"), new PublicLabel("Théâtre"), NOW, PARIS);

  private InvoiceFacts() {}

  static BusinessCalendar calendar(MonthDay fiscalYearStart) {
    return new BusinessCalendar(PARIS, fiscalYearStart, LocalTime.MIDNIGHT);
  }

  static InvoicedTicket ticket(int number, long net, long tax) {
    return new InvoicedTicket(
        PERFORMANCE,
        number,
        new ZoneName("STALLS"),
        new PublicLabel("Plein tarif"),
        new TaxRate("5.5"),
        net,
        tax);
  }

  /** A fee of the order, or a part of it. */
  static InvoicedLine fee(long net, long tax) {
    return new InvoicedLine(
        new LineId(Theatre.id(800)),
        LineProduct.FEE,
        new PublicLabel("Frais de dossier"),
        1,
        new TaxRate("20"),
        net,
        tax);
  }

  static InvoicedGoods goods(InvoicedTicket... tickets) {
    return new InvoicedGoods(List.of(tickets), List.of());
  }

  /** An order that is paid, of these tickets. */
  static IssueInvoice issue(OrderId order, String reference, InvoicedTicket... tickets) {
    return issue(
        new OrderStatement(ORGANISATION, order, EUR, 4, false, true, goods(tickets), 0),
        reference,
        MonthDay.of(1, 1));
  }

  static IssueInvoice issue(OrderStatement order, String reference, MonthDay fiscalYearStart) {
    return new IssueInvoice(
        order,
        SELLER,
        List.of(SUPPLY),
        reference == null ? null : new InvoiceReference(reference),
        TERMS,
        calendar(fiscalYearStart));
  }

  static CorrectInvoice correct(long through, InvoicedGoods returned, InvoicedGoods issued) {
    return new CorrectInvoice(
        ORGANISATION,
        ORDER,
        through,
        TicketReason.CUSTOMER_REQUEST,
        EUR,
        returned,
        issued,
        SELLER,
        List.of(SUPPLY),
        TERMS,
        calendar(MonthDay.of(1, 1)));
  }
}
