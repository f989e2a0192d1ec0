package org.counterfoil.query.given;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.OrderId;
import org.counterfoil.domain.PublicLabel;
import org.counterfoil.domain.accounting.AccountingEvent.ClosingSealed;
import org.counterfoil.domain.accounting.AccountingEvent.ClosingStarted;
import org.counterfoil.domain.accounting.ClosingKind;
import org.counterfoil.domain.accounting.FoundTotals;
import org.counterfoil.domain.accounting.Period;
import org.counterfoil.domain.catalogue.ProductionId;
import org.counterfoil.domain.money.Money;
import org.counterfoil.domain.money.PaymentMethod;
import org.counterfoil.domain.money.TaxRate;
import org.counterfoil.domain.money.TaxSplit;
import org.counterfoil.domain.order.IssuedNumber;
import org.counterfoil.domain.order.LineId;
import org.counterfoil.domain.order.LineProduct;
import org.counterfoil.domain.order.OrderEvent.OrderCompleted;
import org.counterfoil.domain.order.OrderEvent.OrderPlaced;
import org.counterfoil.domain.order.OrderEvent.PaymentCaptured;
import org.counterfoil.domain.order.OrderEvent.TicketsRefunded;
import org.counterfoil.domain.order.PaymentId;
import org.counterfoil.domain.order.PaymentReference;
import org.counterfoil.domain.order.PricedLine;
import org.counterfoil.domain.order.ProviderName;
import org.counterfoil.domain.order.RefundId;
import org.counterfoil.domain.order.RefundPart;
import org.counterfoil.domain.order.RefundedLine;
import org.counterfoil.domain.order.RevenueStand;
import org.counterfoil.domain.order.TaxShare;
import org.counterfoil.domain.organisation.CountryCode;
import org.counterfoil.domain.organisation.OrganisationEvent.OrganisationCreated;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.organisation.RegistrationNumber;
import org.counterfoil.domain.performance.FeeCode;
import org.counterfoil.domain.performance.PerformanceEvent.PerformanceScheduled;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.domain.performance.PriceTypeCode;
import org.counterfoil.domain.performance.SaleRules;
import org.counterfoil.domain.performance.SalesChannel;
import org.counterfoil.domain.seathold.HoldId;
import org.counterfoil.domain.seathold.IssuedTicket;
import org.counterfoil.domain.seathold.PricedTicket;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldSold;
import org.counterfoil.domain.seathold.TicketId;
import org.counterfoil.domain.seathold.TicketReason;
import org.counterfoil.domain.seating.AreaName;
import org.counterfoil.domain.seating.PlanHash;
import org.counterfoil.domain.seating.SeatingPlanId;
import org.counterfoil.domain.seating.ZoneName;
import org.counterfoil.domain.venue.VenueId;
import org.jspecify.annotations.Nullable;

/** Writes the events of sales at any price and hour, without anybody to decide them. */
public final class Till {

  private static final AtomicLong IDS = new AtomicLong();
  private static final HoldId HOLD = new HoldId(new UUID(7, 7));

  private final TestLog log;
  private final OrganisationId organisation = new OrganisationId(id());
  private PerformanceId performance = new PerformanceId(id());
  private final Map<OrderId, PaymentId> paid = new HashMap<>();
  private final Map<OrderId, LineId> lines = new HashMap<>();
  private int tickets;
  private int closings;
  private int payments;
  private @Nullable ProviderName provider;
  private @Nullable PaymentId common;

  /** An organisation of its own. */
  public Till(TestLog log, ZoneId zone, MonthDay fiscalYearStart, LocalTime dayEndsAt, Instant at) {
    this.log = log;
    PublicLabel name = new PublicLabel("Théâtre du Port");
    write(
        at,
        new OrganisationCreated(
            organisation,
            name,
            name,
            new CountryCode("FR"),
            House.EUR,
            zone,
            new RegistrationNumber("732 829 320"),
            null,
            null,
            null,
            fiscalYearStart,
            dayEndsAt));
  }

  public OrganisationId organisation() {
    return organisation;
  }

  public PerformanceId performance() {
    return performance;
  }

  /** Who receives the money of later sales; their references are PAY-1 and so on. */
  public void through(ProviderName name) {
    provider = name;
  }

  /** Later sales are parts of one joint order, which this one payment pays. */
  public void paidBy(PaymentId payment) {
    common = payment;
  }

  /** A performance that the sales after it are for. */
  public void schedule(Instant startsAt, ZoneId zone, Instant at) {
    performance = new PerformanceId(id());
    write(
        at,
        new PerformanceScheduled(
            performance,
            organisation,
            new ProductionId(id()),
            new PublicLabel("Phèdre"),
            new VenueId(id()),
            new PublicLabel("Grand Théâtre"),
            new SeatingPlanId(id()),
            new PlanHash("ab".repeat(32)),
            2_000,
            List.of(),
            List.of(),
            startsAt,
            startsAt.plusSeconds(7_200),
            zone,
            House.prices(),
            SaleRules.DEFAULT,
            false));
  }

  /** Sells tickets at one price by card, and answers the order. */
  public OrderId sell(int count, long priceMinor, String rate, Instant at) {
    return sell(count, priceMinor, new TaxRate(rate), List.of(), at);
  }

  private OrderId sell(
      int count, long priceMinor, TaxRate taxRate, List<PricedLine> beside, Instant at) {
    TaxSplit split = taxRate.split(new Money(priceMinor, House.EUR));
    List<PricedTicket> priced = new ArrayList<>();
    List<IssuedTicket> issued = new ArrayList<>();
    for (int n = 0; n < count; n++) {
      PricedTicket ticket =
          new PricedTicket(
              new TicketId(id()),
              HOLD,
              null,
              new AreaName("PIT"),
              new ZoneName("STANDING"),
              new PriceTypeCode("FULL"),
              new PublicLabel("Plein tarif"),
              priceMinor,
              split.net().minor(),
              split.tax().minor(),
              taxRate,
              null);
      tickets++;
      priced.add(ticket);
      issued.add(new IssuedTicket(tickets, ticket));
    }
    OrderId order = new OrderId(id());
    long besideMinor = beside.stream().mapToLong(PricedLine::grossMinor).sum();
    long besideTax = beside.stream().mapToLong(PricedLine::taxMinor).sum();
    Money total = new Money(priceMinor * count + besideMinor, House.EUR);
    PaymentId payment = common == null ? new PaymentId(id()) : common;
    paid.put(order, payment);
    if (!beside.isEmpty()) {
      lines.put(order, beside.getFirst().lineId());
    }
    write(
        at,
        new OrderPlaced(
            order,
            organisation,
            performance,
            new SalesChannel("WEB"),
            List.of(HOLD),
            priced,
            beside,
            House.EUR,
            total.minor(),
            split.tax().minor() * count + besideTax,
            at.plusSeconds(600)),
        new PaymentCaptured(
            order,
            organisation,
            performance,
            payment,
            PaymentMethod.CARD,
            provider,
            provider == null || common != null ? null : new PaymentReference("PAY-" + ++payments),
            total),
        new HoldSold(performance, HOLD, order, House.EUR, issued),
        new OrderCompleted(
            order,
            organisation,
            performance,
            issued.stream()
                .map(t -> new IssuedNumber(t.ticket().ticketId(), t.ticketNumber()))
                .toList()));
    return order;
  }

  /** Sells one ticket by card, with a fee at 20 % and a donation beside it; answers the order. */
  public OrderId sellWithLines(long priceMinor, long feeMinor, long donationMinor, Instant at) {
    PricedLine fee = line(LineProduct.FEE, "Frais de dossier", feeMinor, new TaxRate("20"));
    PricedLine gift = line(LineProduct.DONATION, null, donationMinor, new TaxRate("0"));
    return sell(1, priceMinor, new TaxRate("5.5"), List.of(fee, gift), at);
  }

  /** What paid an order. */
  public PaymentId payment(OrderId order) {
    return paid.get(order);
  }

  /** Gives all of an order's fee back by card. */
  public void giveFeeBack(OrderId order, long feeMinor, Instant at) {
    TaxRate rate = new TaxRate("20");
    TaxSplit split = rate.split(new Money(feeMinor, House.EUR));
    write(
        at,
        new TicketsRefunded(
            order,
            organisation,
            performance,
            1,
            TicketReason.GOODWILL,
            RevenueStand.DEFERRED,
            House.EUR,
            List.of(),
            List.of(
                new RefundedLine(
                    lines.get(order),
                    LineProduct.FEE,
                    feeMinor,
                    split.net().minor(),
                    split.tax().minor(),
                    rate,
                    0)),
            List.of(
                new RefundPart(
                    new RefundId(id()),
                    paid.get(order),
                    PaymentMethod.CARD,
                    null,
                    feeMinor,
                    List.of(new TaxShare(rate, split.net().minor(), split.tax().minor())),
                    true))));
  }

  private static PricedLine line(
      LineProduct product, @Nullable String name, long grossMinor, TaxRate rate) {
    TaxSplit split = rate.split(new Money(grossMinor, House.EUR));
    return new PricedLine(
        new LineId(id()),
        product,
        name == null ? null : new FeeCode("BOOKING"),
        name == null ? null : new PublicLabel(name),
        1,
        grossMinor,
        split.net().minor(),
        split.tax().minor(),
        rate,
        null);
  }

  /** Closes a period; answers the cut. */
  public long close(ClosingKind kind, Period period, Instant at) {
    closings++;
    return write(
        at, new ClosingStarted(organisation, closings, kind, period.from(), period.to(), false));
  }

  public long closeDay(LocalDate day, Instant at) {
    return close(ClosingKind.DAY, new Period(day, day), at);
  }

  /** Seals a closing with the totals that were found. */
  public void seal(FoundTotals found, Instant at) {
    write(at, new ClosingSealed(organisation, found.number(), found.cut(), found.totals()));
  }

  /** Appends events of the organisation; answers the last position. */
  public long write(Instant at, Event... events) {
    return log.append(organisation, at, List.of(events));
  }

  private static UUID id() {
    return new UUID(0x0190_0000_0000_7000L, 0x9000_0000_0000_0000L | IDS.incrementAndGet());
  }
}
