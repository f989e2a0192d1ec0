package org.counterfoil.domain.accounting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.counterfoil.domain.Theatre.EUR;
import static org.counterfoil.domain.Theatre.NOW;
import static org.counterfoil.domain.Theatre.ORGANISATION;
import static org.counterfoil.domain.Theatre.PERFORMANCE;
import static org.counterfoil.domain.accounting.InvoiceFacts.ORDER;
import static org.counterfoil.domain.accounting.InvoiceFacts.fee;
import static org.counterfoil.domain.accounting.InvoiceFacts.goods;
import static org.counterfoil.domain.accounting.InvoiceFacts.ticket;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.MonthDay;
import java.util.List;
import org.counterfoil.domain.Desk;
import org.counterfoil.domain.Given;
import org.counterfoil.domain.Theatre;
import org.counterfoil.domain.Then;
import org.counterfoil.domain.accounting.AccountingCommand.InvoicingCommand;
import org.counterfoil.domain.accounting.AccountingEvent.CreditNoteIssued;
import org.counterfoil.domain.accounting.AccountingEvent.InvoiceIssued;
import org.counterfoil.domain.accounting.AccountingEvent.InvoicingEvent;
import org.counterfoil.domain.order.OrderCommand.PlaceOrder;
import org.counterfoil.domain.order.OrderCommand.RefundTickets;
import org.counterfoil.domain.order.OrderCommand.SellOnAccount;
import org.counterfoil.domain.order.OrderCommand.TicketWish;
import org.counterfoil.domain.order.OrderCommand.VoidTickets;
import org.counterfoil.domain.order.OrderEvent.TicketsRefunded;
import org.counterfoil.domain.order.RefundId;
import org.counterfoil.domain.order.RefundTo;
import org.counterfoil.domain.performance.SaleRules;
import org.counterfoil.domain.seathold.HoldClaim;
import org.counterfoil.domain.seathold.PlacesWish;
import org.counterfoil.domain.seathold.SeatHoldCommand.PlaceHold;
import org.counterfoil.domain.seathold.TicketReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Invoices and credit notes: their numbers, and what is on them, to the cent. */
class InvoicingTest {

  private final AccountingDecider decider = new AccountingDecider();
  private final Books books = new Books();

  private List<InvoicingEvent> handle(InvoicingCommand command, Instant now) {
    List<InvoicingEvent> events =
        Then.events(decider.decide(command, books, now)).stream()
            .map(InvoicingEvent.class::cast)
            .toList();
    events.forEach(event -> decider.evolve(books, event));
    return events;
  }

  /** A fiscal year that begins in September; the last second of August is in Paris's summer. */
  @ParameterizedTest
  @CsvSource({
    "01-01, 2026-12-31T22:59:59, F2026-000003, 2026-12-31",
    "01-01, 2026-12-31T23:00:00, F2027-000001, 2027-01-01",
    "09-01, 2027-08-31T21:59:59, F2026-000003, 2027-08-31",
    "09-01, 2027-08-31T22:00:00, F2027-000001, 2027-09-01"
  })
  void numbersBeginAgainWithTheFiscalYear_inTheOrganisationsTimeZone(
      String start, LocalDateTime at, String number, String day) {
    MonthDay fiscalYearStart = MonthDay.parse("--" + start);
    Instant before = Instant.parse("2026-10-01T12:00:00Z");
    invoice(1, fiscalYearStart, before);
    invoice(2, fiscalYearStart, before);

    InvoicingEvent issued = invoice(3, fiscalYearStart, at.toInstant(java.time.ZoneOffset.UTC));

    assertThat(issued.number().value()).isEqualTo(number);
    assertThat(issued.issuedOn()).hasToString(day);
    assertThat(((InvoiceIssued) issued).terms().dueOn()).isEqualTo(issued.issuedOn().plusDays(30));
  }

  private InvoicingEvent invoice(int order, MonthDay fiscalYearStart, Instant at) {
    OrderStatement statement =
        new OrderStatement(
            ORGANISATION,
            Given.order(order),
            EUR,
            4,
            false,
            true,
            goods(ticket(order, 2_370, 130)),
            0);
    return handle(InvoiceFacts.issue(statement, null, fiscalYearStart), at).getFirst();
  }

  @Test
  void equalTicketsAreOneLine_anotherPriceIsAnother() {
    InvoiceIssued invoice =
        (InvoiceIssued)
            handle(
                    InvoiceFacts.issue(
                        ORDER,
                        "BC-1",
                        ticket(1, 2_370, 130),
                        ticket(2, 1_422, 78),
                        ticket(3, 2_370, 130)),
                    NOW)
                .getFirst();

    assertThat(invoice.lines()).hasSize(2);
    assertThat(invoice.lines().getFirst().ticketNumbers()).containsExactly(1, 3);
    assertThat(invoice.lines().getFirst().netMinor()).isEqualTo(4_740);
    assertThat(invoice.lines().getFirst().taxMinor()).isEqualTo(260);
    ByRate sums = invoice.byRate();
    assertThat(sums.netMinor()).isEqualTo(6_162);
    assertThat(sums.grossMinor()).isEqualTo(6_500);
    assertThat(invoice.reference()).isEqualTo(new InvoiceReference("BC-1"));
  }

  @Test
  void anExchangeIsCredited_andInvoicedUnderTheNextNumber() {
    handle(InvoiceFacts.issue(ORDER, "BC-1", ticket(1, 2_370, 130), ticket(2, 2_370, 130)), NOW);

    List<InvoicingEvent> events =
        handle(
            InvoiceFacts.correct(7, goods(ticket(1, 2_370, 130)), goods(ticket(9, 3_318, 182))),
            NOW);
    List<InvoicingEvent> both =
        handle(
            InvoiceFacts.correct(
                8, goods(ticket(2, 2_370, 130), ticket(9, 3_318, 182)), InvoicedGoods.NONE),
            NOW);

    assertThat(events)
        .extracting(event -> event.number().value())
        .containsExactly("A2026-000001", "F2026-000002");
    assertThat(((InvoiceIssued) events.getLast()).reference())
        .isEqualTo(new InvoiceReference("BC-1"));
    assertThat(both)
        .as("one for each invoice that the tickets are on")
        .extracting(event -> event.number() + " of " + ((CreditNoteIssued) event).invoice())
        .containsExactly("A2026-000002 of F2026-000001", "A2026-000003 of F2026-000002");
  }

  @Test
  void feesAreInvoicedAndCreditedBesideTickets() {
    InvoicedGoods all = new InvoicedGoods(List.of(ticket(1, 2_370, 130)), List.of(fee(167, 33)));
    InvoicingEvent invoice =
        handle(
                InvoiceFacts.issue(
                    new OrderStatement(ORGANISATION, ORDER, EUR, 4, false, true, all, 0),
                    null,
                    MonthDay.of(1, 1)),
                NOW)
            .getFirst();
    InvoicingEvent note =
        handle(
                InvoiceFacts.correct(
                    7, new InvoicedGoods(List.of(), List.of(fee(167, 33))), InvoicedGoods.NONE),
                NOW)
            .getFirst();

    assertThat(invoice.byRate().grossMinor()).isEqualTo(2_700);
    assertThat(invoice.byRate().amounts()).hasSize(2);
    assertThat(note.lines()).isEmpty();
    assertThat(note.beside()).isEqualTo(invoice.beside());
    assertThat(note.byRate().grossMinor()).isEqualTo(200);
  }

  @Test
  void partsThatComeBackAddUpToWhatWasInvoiced() {
    handle(InvoiceFacts.issue(ORDER, null, ticket(1, 2_370, 130)), NOW);
    long net = 0;
    long tax = 0;
    long[][] parts = {{790, 43}, {789, 44}, {791, 43}};
    for (int part = 0; part < parts.length; part++) {
      InvoicedTicket back = ticket(1, parts[part][0], parts[part][1]);
      InvoicingEvent note =
          handle(InvoiceFacts.correct(10 + part, goods(back), InvoicedGoods.NONE), NOW).getFirst();
      net += note.lines().getFirst().netMinor();
      tax += note.lines().getFirst().taxMinor();
    }
    assertThat(net).isEqualTo(2_370);
    assertThat(tax).isEqualTo(130);
  }

  /** Two tickets on account; one comes back, of the other nothing but its validity. */
  @Test
  void anOrderIsStatedAsItStands() {
    Desk desk = Desk.after(Given.onsale(SaleRules.DEFAULT));
    var hold = Given.hold(1);
    desk.handle(
        new PlaceHold(
            PERFORMANCE,
            hold,
            PlacesWish.ofSeats(List.of(Theatre.seat("ORCH-A-1"), Theatre.seat("ORCH-A-2"))),
            HoldClaim.of(Theatre.STAFF)),
        NOW);
    List<TicketWish> wishes =
        List.of(
            new TicketWish(Given.ticket(1), Theatre.seat("ORCH-A-1"), null, Theatre.FULL, null),
            new TicketWish(Given.ticket(2), Theatre.seat("ORCH-A-2"), null, Theatre.FULL, null));
    desk.handle(new PlaceOrder(ORDER, PERFORMANCE, List.of(hold), wishes, Theatre.STAFF), NOW);
    assertThat(OrderStatement.of(desk.order(ORDER), 0, false).isCompleted()).isFalse();
    desk.handle(new SellOnAccount(ORDER, PERFORMANCE), NOW);

    OrderStatement owing = OrderStatement.of(desk.order(ORDER), 3, false);
    TicketsRefunded back =
        (TicketsRefunded)
            Then.events(
                    desk.handle(
                        new RefundTickets(
                            ORDER,
                            PERFORMANCE,
                            List.of(Given.ticket(1)),
                            null,
                            RefundTo.ORIGINAL,
                            TicketReason.CUSTOMER_REQUEST,
                            true,
                            List.of(new RefundId(Theatre.id(900)))),
                        NOW))
                .getFirst();
    desk.handle(
        new VoidTickets(ORDER, PERFORMANCE, List.of(Given.ticket(2)), TicketReason.FRAUD), NOW);

    assertThat(owing.owedMinor()).isEqualTo(5_000);
    assertThat(owing.goods().tickets()).hasSize(2);
    assertThat(InvoicedTicket.returned(back.tickets().getFirst(), desk.order(ORDER)))
        .isEqualTo(owing.goods().tickets().getFirst());
    OrderStatement rest = OrderStatement.of(desk.order(ORDER), 5, false);
    assertThat(rest.owedMinor()).isEqualTo(2_500);
    assertThat(rest.goods().tickets())
        .as("void, but still owed for")
        .extracting(InvoicedTicket::ticketNumber)
        .containsExactly(2);
  }
}
