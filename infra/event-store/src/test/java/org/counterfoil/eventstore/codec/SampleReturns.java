package org.counterfoil.eventstore.codec;

import static org.counterfoil.eventstore.codec.SampleEvents.EUR;
import static org.counterfoil.eventstore.codec.SampleEvents.PERFORMANCE;
import static org.counterfoil.eventstore.codec.SampleEvents.PIT;
import static org.counterfoil.eventstore.codec.SampleEvents.STALLS;
import static org.counterfoil.eventstore.codec.SampleEvents.THEATRE;
import static org.counterfoil.eventstore.codec.SampleEvents.id;

import java.util.List;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.OrderId;
import org.counterfoil.domain.PublicLabel;
import org.counterfoil.domain.money.Money;
import org.counterfoil.domain.money.PaymentMethod;
import org.counterfoil.domain.money.TaxRate;
import org.counterfoil.domain.order.CarriedPayment;
import org.counterfoil.domain.order.LineId;
import org.counterfoil.domain.order.LineProduct;
import org.counterfoil.domain.order.OrderEvent.ExchangeStarted;
import org.counterfoil.domain.order.OrderEvent.PaidByExchange;
import org.counterfoil.domain.order.OrderEvent.PaymentRestored;
import org.counterfoil.domain.order.OrderEvent.PaymentTakenBack;
import org.counterfoil.domain.order.OrderEvent.RefundPaidOut;
import org.counterfoil.domain.order.OrderEvent.TicketsExchanged;
import org.counterfoil.domain.order.OrderEvent.TicketsExchangedElsewhere;
import org.counterfoil.domain.order.OrderEvent.TicketsInvalidated;
import org.counterfoil.domain.order.OrderEvent.TicketsRefunded;
import org.counterfoil.domain.order.PaymentId;
import org.counterfoil.domain.order.PaymentReference;
import org.counterfoil.domain.order.ProviderName;
import org.counterfoil.domain.order.RefundId;
import org.counterfoil.domain.order.RefundPart;
import org.counterfoil.domain.order.RefundedLine;
import org.counterfoil.domain.order.RefundedTicket;
import org.counterfoil.domain.order.RevenueStand;
import org.counterfoil.domain.order.TakenBackReason;
import org.counterfoil.domain.order.TaxShare;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.domain.performance.PriceTypeCode;
import org.counterfoil.domain.performance.Proof;
import org.counterfoil.domain.seathold.HoldId;
import org.counterfoil.domain.seathold.IssuedTicket;
import org.counterfoil.domain.seathold.PricedTicket;
import org.counterfoil.domain.seathold.TicketEvent.TicketsVoided;
import org.counterfoil.domain.seathold.TicketId;
import org.counterfoil.domain.seathold.TicketReason;
import org.counterfoil.domain.seathold.VoidedTicket;
import org.counterfoil.domain.seating.SeatId;
import org.counterfoil.domain.voucher.VoucherId;

/** One of each event by which tickets come back. A sample MUST NOT be changed once approved. */
final class SampleReturns {

  private static final OrderId ORDER = new OrderId(id(21));
  private static final TaxRate RATE = new TaxRate("5.5");
  private static final TicketId SEAT = new TicketId(id(24));
  private static final TicketId PLACE = new TicketId(id(25));

  private static final OrderId OTHER_ORDER = new OrderId(id(41));
  private static final PerformanceId OTHER_PERFORMANCE = new PerformanceId(id(42));

  private SampleReturns() {}

  private static List<CarriedPayment> carried() {
    return List.of(
        new CarriedPayment(
            new PaymentId(id(22)), PaymentMethod.CARD, new ProviderName("simulated"), null, 1500),
        new CarriedPayment(
            new PaymentId(id(43)),
            PaymentMethod.VOUCHER,
            ProviderName.VOUCHERS,
            new VoucherId(id(33)),
            500));
  }

  static List<Event> all() {
    return List.of(
        new TicketsVoided(
            PERFORMANCE,
            ORDER,
            List.of(
                new VoidedTicket(
                    SEAT, 1, new SeatId("ORCH-A-12"), 11, null, STALLS, new PriceTypeCode("FULL")),
                new VoidedTicket(PLACE, 2, null, null, PIT, STALLS, new PriceTypeCode("COMP"))),
            TicketReason.CUSTOMER_REQUEST,
            true),
        new TicketsInvalidated(
            ORDER, THEATRE, PERFORMANCE, List.of(PLACE), TicketReason.COMP_WITHDRAWN),
        new TicketsRefunded(
            ORDER,
            THEATRE,
            PERFORMANCE,
            1,
            TicketReason.CUSTOMER_REQUEST,
            RevenueStand.DEFERRED,
            EUR,
            List.of(new RefundedTicket(SEAT, 1, 1000, 948, 52, RATE, 1500)),
            List.of(
                new RefundedLine(
                    new LineId(id(31)), LineProduct.FEE, 60, 50, 10, new TaxRate("20"), 90)),
            List.of(
                new RefundPart(
                    new RefundId(id(23)),
                    new PaymentId(id(22)),
                    PaymentMethod.CARD,
                    new ProviderName("simulated"),
                    1060,
                    List.of(new TaxShare(RATE, 948, 52), new TaxShare(new TaxRate("20"), 50, 10)),
                    false))),
        new PaymentTakenBack(
            ORDER,
            THEATRE,
            PERFORMANCE,
            new PaymentId(id(22)),
            PaymentMethod.CHEQUE,
            null,
            TakenBackReason.UNPAID,
            true,
            new Money(2500, EUR),
            1200,
            List.of(new TaxShare(RATE, 2370, 130))),
        new PaymentRestored(
            ORDER,
            THEATRE,
            PERFORMANCE,
            new PaymentId(id(22)),
            PaymentMethod.CARD,
            new ProviderName("stripe"),
            false,
            new Money(2500, EUR),
            1500,
            List.of(new TaxShare(RATE, 2370, 130)),
            new RefundId(id(23))),
        new ExchangeStarted(
            ORDER,
            THEATRE,
            PERFORMANCE,
            new PaymentId(id(22)),
            new HoldId(id(28)),
            EUR,
            List.of(SEAT),
            List.of(
                new PricedTicket(
                    new TicketId(id(27)),
                    new HoldId(id(28)),
                    new SeatId("ORCH-A-13"),
                    null,
                    STALLS,
                    new PriceTypeCode("GOLD"),
                    new PublicLabel("Carré or"),
                    3500,
                    3318,
                    182,
                    RATE,
                    null,
                    200,
                    Proof.AGE)),
            1000),
        new TicketsExchanged(
            ORDER,
            THEATRE,
            PERFORMANCE,
            1,
            RevenueStand.DEFERRED,
            EUR,
            List.of(new RefundedTicket(SEAT, 1, 2500, 2370, 130, RATE, 0)),
            List.of(
                new IssuedTicket(
                    3,
                    new PricedTicket(
                        new TicketId(id(27)),
                        new HoldId(id(28)),
                        new SeatId("ORCH-A-13"),
                        null,
                        STALLS,
                        new PriceTypeCode("REDUCED"),
                        new PublicLabel("Tarif réduit"),
                        1500,
                        1422,
                        78,
                        RATE,
                        null,
                        100,
                        Proof.ENTITLEMENT))),
            0,
            List.of(
                new RefundPart(
                    new RefundId(id(29)),
                    new PaymentId(id(22)),
                    PaymentMethod.CASH,
                    null,
                    1000,
                    List.of(new TaxShare(RATE, 948, 52)),
                    true))),
        new TicketsExchangedElsewhere(
            ORDER,
            THEATRE,
            PERFORMANCE,
            2,
            RevenueStand.DEFERRED,
            EUR,
            List.of(new RefundedTicket(SEAT, 1, 2500, 2370, 130, RATE, 0)),
            OTHER_ORDER,
            OTHER_PERFORMANCE,
            carried(),
            List.of(
                new RefundPart(
                    new RefundId(id(29)),
                    new PaymentId(id(22)),
                    PaymentMethod.CASH,
                    null,
                    500,
                    List.of(new TaxShare(RATE, 474, 26)),
                    true))),
        new PaidByExchange(
            OTHER_ORDER, THEATRE, OTHER_PERFORMANCE, ORDER, PERFORMANCE, EUR, carried()),
        new RefundPaidOut(
            ORDER,
            THEATRE,
            PERFORMANCE,
            new RefundId(id(23)),
            PaymentMethod.CASH,
            new PaymentReference("TPE-4711"),
            new Money(1000, EUR)));
  }
}
