package org.counterfoil.eventstore.codec;

import static org.counterfoil.eventstore.codec.SampleEvents.EUR;
import static org.counterfoil.eventstore.codec.SampleEvents.PERFORMANCE;
import static org.counterfoil.eventstore.codec.SampleEvents.PIT;
import static org.counterfoil.eventstore.codec.SampleEvents.STALLS;
import static org.counterfoil.eventstore.codec.SampleEvents.THEATRE;
import static org.counterfoil.eventstore.codec.SampleEvents.id;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.OrderId;
import org.counterfoil.domain.PublicLabel;
import org.counterfoil.domain.heldback.HeldBackId;
import org.counterfoil.domain.money.Money;
import org.counterfoil.domain.money.PaymentMethod;
import org.counterfoil.domain.money.TaxRate;
import org.counterfoil.domain.order.IssuedNumber;
import org.counterfoil.domain.order.LineId;
import org.counterfoil.domain.order.LineProduct;
import org.counterfoil.domain.order.OrderEvent.AgentGaveMoneyBack;
import org.counterfoil.domain.order.OrderEvent.AgentNamed;
import org.counterfoil.domain.order.OrderEvent.AgentTookMoney;
import org.counterfoil.domain.order.OrderEvent.OrderCompleted;
import org.counterfoil.domain.order.OrderEvent.OrderJoined;
import org.counterfoil.domain.order.OrderEvent.OrderLapsed;
import org.counterfoil.domain.order.OrderEvent.OrderPlaced;
import org.counterfoil.domain.order.OrderEvent.OrderPutOnAccount;
import org.counterfoil.domain.order.OrderEvent.PassAsked;
import org.counterfoil.domain.order.OrderEvent.PaymentCaptured;
import org.counterfoil.domain.order.OrderEvent.PaymentFailed;
import org.counterfoil.domain.order.OrderEvent.PaymentStarted;
import org.counterfoil.domain.order.OrderEvent.RefundDue;
import org.counterfoil.domain.order.OrderEvent.RefundPaid;
import org.counterfoil.domain.order.OrderEvent.TicketReissued;
import org.counterfoil.domain.order.OrderEvent.TicketTransferred;
import org.counterfoil.domain.order.OrderPart;
import org.counterfoil.domain.order.PaymentId;
import org.counterfoil.domain.order.PaymentReference;
import org.counterfoil.domain.order.PricedLine;
import org.counterfoil.domain.order.ProviderName;
import org.counterfoil.domain.order.RefundId;
import org.counterfoil.domain.order.RefundReason;
import org.counterfoil.domain.organisation.AccountNumber;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.pass.PassId;
import org.counterfoil.domain.performance.BuyerMark;
import org.counterfoil.domain.performance.FeeCode;
import org.counterfoil.domain.performance.PassOfferCode;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.domain.performance.PresaleCodeMark;
import org.counterfoil.domain.performance.PriceTypeCode;
import org.counterfoil.domain.performance.Proof;
import org.counterfoil.domain.performance.SalesChannel;
import org.counterfoil.domain.seathold.AdmissionId;
import org.counterfoil.domain.seathold.CompReason;
import org.counterfoil.domain.seathold.HeldArea;
import org.counterfoil.domain.seathold.HeldSeat;
import org.counterfoil.domain.seathold.HoldId;
import org.counterfoil.domain.seathold.IssuedTicket;
import org.counterfoil.domain.seathold.PricedPlaces;
import org.counterfoil.domain.seathold.PricedTicket;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldExpired;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldExtended;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldOrdered;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldPlaced;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldReleased;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldSold;
import org.counterfoil.domain.seathold.TicketId;
import org.counterfoil.domain.seating.SeatId;
import org.counterfoil.domain.voucher.VoucherId;

/** One of each event that sells seats. A sample MUST NOT be changed once its file is approved. */
final class SampleSales {

  private static final Instant EXPIRES_AT = Instant.parse("2026-11-20T09:38:00.123456Z");
  private static final HoldId HOLD = new HoldId(id(20));
  private static final OrderId ORDER = new OrderId(id(21));
  private static final PaymentId PAYMENT = new PaymentId(id(22));
  private static final RefundId REFUND = new RefundId(id(23));
  private static final ProviderName PROVIDER = new ProviderName("simulated");
  private static final Money PRICE = new Money(2500, EUR);

  private static final OrganisationId AGENT = new OrganisationId(id(12));

  private SampleSales() {}

  static List<Event> all() {
    return Stream.concat(holds().stream(), orders().stream()).toList();
  }

  private static List<Event> holds() {
    return List.of(
        new HoldPlaced(
            PERFORMANCE,
            HOLD,
            List.of(new HeldSeat(11, new SeatId("ORCH-A-12"), STALLS)),
            List.of(new HeldArea(PIT, STALLS, 1, new HeldBackId(id(30)))),
            EXPIRES_AT,
            1,
            new SalesChannel("WEB"),
            true,
            new BuyerMark("b".repeat(43)),
            new AdmissionId(id(26)),
            new PresaleCodeMark("c".repeat(43))),
        new HoldExtended(PERFORMANCE, HOLD, EXPIRES_AT),
        new HoldOrdered(
            PERFORMANCE,
            HOLD,
            ORDER,
            EXPIRES_AT,
            List.of(new PricedPlaces(STALLS, new PriceTypeCode("FULL"), 1))),
        new HoldSold(
            PERFORMANCE,
            HOLD,
            ORDER,
            EUR,
            List.of(new IssuedTicket(1, seatTicket()), new IssuedTicket(2, comp()))),
        new HoldReleased(PERFORMANCE, HOLD, ORDER),
        new HoldExpired(PERFORMANCE, HOLD, ORDER));
  }

  private static List<OrderPart> parts() {
    return List.of(
        new OrderPart(ORDER, PERFORMANCE, List.of(HOLD)),
        new OrderPart(
            OrderId.of("01990000-0000-7000-8000-0000000000b1"),
            PerformanceId.of("01990000-0000-7000-8000-0000000000b2"),
            List.of(HoldId.of("01990000-0000-7000-8000-0000000000b3"))));
  }

  private static List<Event> orders() {
    return List.of(
        new OrderPlaced(
            ORDER,
            THEATRE,
            PERFORMANCE,
            new SalesChannel("WEB"),
            List.of(HOLD),
            List.of(seatTicket(), comp()),
            List.of(fee(), donation(), voucher(), SamplePasses.line()),
            EUR,
            26650,
            1095,
            EXPIRES_AT),
        new OrderJoined(ORDER, THEATRE, PERFORMANCE, parts()),
        new AgentNamed(ORDER, THEATRE, PERFORMANCE, AGENT),
        new AgentTookMoney(ORDER, AGENT, PERFORMANCE, THEATRE, PAYMENT, PaymentMethod.CASH, PRICE),
        new AgentGaveMoneyBack(
            ORDER, AGENT, PERFORMANCE, THEATRE, REFUND, PaymentMethod.CASH, PRICE),
        new PaymentStarted(
            ORDER,
            THEATRE,
            PERFORMANCE,
            PAYMENT,
            PaymentMethod.VOUCHER,
            ProviderName.VOUCHERS,
            new VoucherId(id(33)),
            new PassId(id(34)),
            PRICE),
        new PassAsked(
            ORDER,
            THEATRE,
            PERFORMANCE,
            new PassOfferCode("TEN-2027"),
            new Money(1800, EUR),
            new TaxRate("5.5"),
            List.of(seatTicket().ticketId())),
        new PaymentCaptured(
            ORDER,
            THEATRE,
            PERFORMANCE,
            PAYMENT,
            PaymentMethod.VOUCHER,
            ProviderName.VOUCHERS,
            new VoucherId(id(33)),
            new PaymentReference("TPE-4711"),
            PRICE),
        new PaymentFailed(ORDER, THEATRE, PERFORMANCE, PAYMENT),
        new OrderCompleted(
            ORDER, THEATRE, PERFORMANCE, List.of(new IssuedNumber(seatTicket().ticketId(), 1))),
        new OrderPutOnAccount(ORDER, THEATRE, PERFORMANCE, PRICE),
        new OrderLapsed(ORDER, THEATRE, PERFORMANCE, parts()),
        new RefundDue(
            ORDER,
            THEATRE,
            PERFORMANCE,
            REFUND,
            PAYMENT,
            PaymentMethod.CARD,
            PROVIDER,
            PRICE,
            RefundReason.PAID_TOO_LATE),
        new RefundPaid(ORDER, THEATRE, PERFORMANCE, REFUND),
        new TicketReissued(ORDER, THEATRE, PERFORMANCE, seatTicket().ticketId(), 1, 2),
        new TicketTransferred(ORDER, THEATRE, PERFORMANCE, seatTicket().ticketId(), 1, 3));
  }

  private static PricedTicket seatTicket() {
    return new PricedTicket(
        new TicketId(id(24)),
        HOLD,
        new SeatId("ORCH-A-12"),
        null,
        STALLS,
        new PriceTypeCode("FULL"),
        new PublicLabel("Plein tarif"),
        2500,
        2370,
        130,
        new TaxRate("5.5"),
        null,
        150,
        Proof.STUDENT);
  }

  private static PricedLine fee() {
    return new PricedLine(
        new LineId(id(31)),
        LineProduct.FEE,
        new FeeCode("BOOKING"),
        new PublicLabel("Frais de réservation"),
        1,
        150,
        125,
        25,
        new TaxRate("20"),
        new AccountNumber("7088"));
  }

  private static PricedLine donation() {
    return new PricedLine(
        new LineId(id(32)),
        LineProduct.DONATION,
        null,
        null,
        1,
        1000,
        1000,
        0,
        new TaxRate("0"),
        null);
  }

  private static PricedLine voucher() {
    return new PricedLine(
        new LineId(id(33)),
        LineProduct.VOUCHER,
        null,
        null,
        1,
        5000,
        5000,
        0,
        new TaxRate("0"),
        null,
        365);
  }

  private static PricedTicket comp() {
    return new PricedTicket(
        new TicketId(id(25)),
        HOLD,
        null,
        PIT,
        STALLS,
        new PriceTypeCode("COMP"),
        new PublicLabel("Invitation"),
        0,
        0,
        0,
        new TaxRate("5.5"),
        CompReason.PRESS);
  }
}
