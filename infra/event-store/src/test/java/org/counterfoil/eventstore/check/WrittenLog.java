package org.counterfoil.eventstore.check;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.counterfoil.domain.Actor;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.OrderId;
import org.counterfoil.domain.PublicLabel;
import org.counterfoil.domain.accounting.AccountingCommand;
import org.counterfoil.domain.accounting.AccountingEvent;
import org.counterfoil.domain.accounting.AccountingEvent.CreditNoteIssued;
import org.counterfoil.domain.accounting.AccountingEvent.InvoiceIssued;
import org.counterfoil.domain.accounting.InvoiceLine;
import org.counterfoil.domain.accounting.InvoiceNumber;
import org.counterfoil.domain.accounting.PaymentTerms;
import org.counterfoil.domain.accounting.Seller;
import org.counterfoil.domain.accounting.Supply;
import org.counterfoil.domain.admission.AdmissionEvent;
import org.counterfoil.domain.admission.Door;
import org.counterfoil.domain.admission.GateName;
import org.counterfoil.domain.admission.Scan;
import org.counterfoil.domain.admission.ScanId;
import org.counterfoil.domain.admission.ScannedTicket;
import org.counterfoil.domain.catalogue.ProductionId;
import org.counterfoil.domain.heldback.HeldBackEvent;
import org.counterfoil.domain.heldback.HeldBackId;
import org.counterfoil.domain.heldback.HeldBackReason;
import org.counterfoil.domain.heldback.HeldBackSeat;
import org.counterfoil.domain.money.Money;
import org.counterfoil.domain.money.PaymentMethod;
import org.counterfoil.domain.money.TaxRate;
import org.counterfoil.domain.money.TaxSplit;
import org.counterfoil.domain.order.CarriedPayment;
import org.counterfoil.domain.order.IssuedNumber;
import org.counterfoil.domain.order.LineId;
import org.counterfoil.domain.order.LineProduct;
import org.counterfoil.domain.order.OrderEvent;
import org.counterfoil.domain.order.OrderEvent.RefundPaidOut;
import org.counterfoil.domain.order.OrderEvent.TicketsExchanged;
import org.counterfoil.domain.order.OrderEvent.TicketsInvalidated;
import org.counterfoil.domain.order.OrderEvent.TicketsRefunded;
import org.counterfoil.domain.order.OrderPart;
import org.counterfoil.domain.order.PaymentId;
import org.counterfoil.domain.order.PricedLine;
import org.counterfoil.domain.order.ProviderName;
import org.counterfoil.domain.order.RefundId;
import org.counterfoil.domain.order.RefundPart;
import org.counterfoil.domain.order.RefundReason;
import org.counterfoil.domain.order.RefundedLine;
import org.counterfoil.domain.order.RefundedTicket;
import org.counterfoil.domain.order.RevenueStand;
import org.counterfoil.domain.order.TakenBackReason;
import org.counterfoil.domain.order.TaxShare;
import org.counterfoil.domain.organisation.CountryCode;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.pass.PassEvent.PassIssued;
import org.counterfoil.domain.pass.PassEvent.PassUsed;
import org.counterfoil.domain.pass.PassEvent.PassUsesReturned;
import org.counterfoil.domain.pass.PassId;
import org.counterfoil.domain.pass.PassTerms;
import org.counterfoil.domain.pass.PassUses;
import org.counterfoil.domain.performance.CancellationReason;
import org.counterfoil.domain.performance.FeeCode;
import org.counterfoil.domain.performance.PassOfferCode;
import org.counterfoil.domain.performance.PerformanceEvent.AccessiblePlacesReleased;
import org.counterfoil.domain.performance.PerformanceEvent.PerformanceCancelled;
import org.counterfoil.domain.performance.PerformanceEvent.PerformanceCompleted;
import org.counterfoil.domain.performance.PerformanceEvent.PerformanceScheduled;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.domain.performance.PriceList;
import org.counterfoil.domain.performance.PriceTypeCode;
import org.counterfoil.domain.performance.SaleRules;
import org.counterfoil.domain.performance.SalesChannel;
import org.counterfoil.domain.seathold.HeldArea;
import org.counterfoil.domain.seathold.HeldSeat;
import org.counterfoil.domain.seathold.HoldId;
import org.counterfoil.domain.seathold.IssuedTicket;
import org.counterfoil.domain.seathold.PricedTicket;
import org.counterfoil.domain.seathold.SeatHoldEvent;
import org.counterfoil.domain.seathold.TicketEvent.TicketsVoided;
import org.counterfoil.domain.seathold.TicketId;
import org.counterfoil.domain.seathold.TicketReason;
import org.counterfoil.domain.seathold.VoidedTicket;
import org.counterfoil.domain.seating.Area;
import org.counterfoil.domain.seating.AreaName;
import org.counterfoil.domain.seating.PlanHash;
import org.counterfoil.domain.seating.SeatId;
import org.counterfoil.domain.seating.SeatingPlan;
import org.counterfoil.domain.seating.SeatingPlanId;
import org.counterfoil.domain.seating.ZoneName;
import org.counterfoil.domain.venue.VenueId;
import org.counterfoil.domain.voucher.TaxedPart;
import org.counterfoil.domain.voucher.VoucherEvent.VoucherCredited;
import org.counterfoil.domain.voucher.VoucherEvent.VoucherIssued;
import org.counterfoil.domain.voucher.VoucherEvent.VoucherSpent;
import org.counterfoil.domain.voucher.VoucherId;
import org.counterfoil.domain.voucher.VoucherOrigin;
import org.counterfoil.eventstore.check.OrphanCheck.OrphanReport;
import org.counterfoil.eventstore.codec.Envelope;
import org.counterfoil.eventstore.log.RecordedEvent;

/** A log written by hand: one performance with numbered seats and a pit of 50 places. */
final class WrittenLog {

  private static final Currency EUR = Currency.getInstance("EUR");
  private static final ZoneName ZONE = new ZoneName("STALLS");
  private static final AreaName PIT = new AreaName("PIT");
  private static final OrganisationId THEATRE = new OrganisationId(id("theatre"));
  private static final PerformanceId PERFORMANCE = new PerformanceId(id("performance"));
  private static final PerformanceId ELSEWHERE = new PerformanceId(id("elsewhere"));
  private static final SalesChannel WEB = new SalesChannel("WEB");
  static final PassTerms FOUR =
      new PassTerms(
          new PassOfferCode("FOUR"),
          new PublicLabel("Carte"),
          4,
          new Money(2_500, EUR),
          new TaxRate("5.5"),
          null,
          365,
          null);
  private static final LineId FEE = new LineId(id("fee"));
  private static final Seller SELLER =
      new Seller(
          new PublicLabel("Théâtre"),
          List.of(new PublicLabel("Annecy")),
          new CountryCode("FR"),
          null,
          null,
          null,
          null,
          null);
  private static final Supply SUPPLY =
      new Supply(
          PERFORMANCE,
          new PublicLabel("Le Cid"),
          new PublicLabel("Théâtre"),
          Instant.parse("2026-11-20T19:30:00Z"),
          ZoneId.of("Europe/Paris"));

  private final List<RecordedEvent> events = new ArrayList<>();
  private final Map<UUID, Long> sequences = new HashMap<>();
  private Instant now = Instant.parse("2026-11-20T09:30:00Z");
  private long nextPosition;

  LogReport check() {
    LogCheck check = new LogCheck();
    events.forEach(check::accept);
    return check.report();
  }

  OrphanReport orphans(SeatingPlan plan, String... chosenByTheHouse) {
    Set<HoldId> chosen =
        Arrays.stream(chosenByTheHouse).map(WrittenLog::hold).collect(Collectors.toSet());
    OrphanCheck check = new OrphanCheck(hash -> plan, chosen::contains);
    events.forEach(check::accept);
    return check.report();
  }

  WrittenLog later(Duration time) {
    now = now.plus(time);
    return this;
  }

  WrittenLog skipPosition() {
    nextPosition++;
    return this;
  }

  WrittenLog skipSequence() {
    sequences.merge(PERFORMANCE.value(), 1L, Long::sum);
    return this;
  }

  WrittenLog repeatSequence() {
    sequences.merge(PERFORMANCE.value(), -1L, Long::sum);
    return this;
  }

  WrittenLog scheduled() {
    return scheduled(SaleRules.DEFAULT);
  }

  WrittenLog scheduled(SaleRules rules) {
    return seats(
        new PerformanceScheduled(
            PERFORMANCE,
            THEATRE,
            new ProductionId(id("production")),
            new PublicLabel("Le Cid"),
            new VenueId(id("venue")),
            new PublicLabel("Théâtre"),
            new SeatingPlanId(id("plan")),
            new PlanHash("ab".repeat(32)),
            100,
            List.of(),
            List.of(new Area(PIT, ZONE, 50)),
            now,
            now,
            ZoneId.of("Europe/Paris"),
            new PriceList(EUR, List.of()),
            rules,
            false));
  }

  WrittenLog accessiblePlacesReleased() {
    return seats(new AccessiblePlacesReleased(PERFORMANCE));
  }

  WrittenLog killed(int seat) {
    return seats(
        new HeldBackEvent.PlacesKilled(
            PERFORMANCE,
            new HeldBackId(id("killed " + seat)),
            HeldBackReason.TECHNICAL,
            List.of(new HeldBackSeat(seat, new SeatId("A-" + seat), ZONE)),
            List.of()));
  }

  WrittenLog placed(String hold, int... seats) {
    List<HeldSeat> held =
        IntStream.of(seats).mapToObj(n -> new HeldSeat(n, new SeatId("A-" + n), ZONE)).toList();
    return place(hold, held, List.of());
  }

  WrittenLog placedInPit(String hold, int quantity) {
    return place(hold, List.of(), List.of(new HeldArea(PIT, ZONE, quantity)));
  }

  private WrittenLog place(String hold, List<HeldSeat> seats, List<HeldArea> areas) {
    Instant end = now.plusSeconds(480);
    return seats(
        new SeatHoldEvent.HoldPlaced(
            PERFORMANCE, hold(hold), seats, areas, end, 1, WEB, false, null, null, null));
  }

  WrittenLog released(String hold) {
    return seats(new SeatHoldEvent.HoldReleased(PERFORMANCE, hold(hold), null));
  }

  WrittenLog expired(String hold) {
    return seats(new SeatHoldEvent.HoldExpired(PERFORMANCE, hold(hold), null));
  }

  WrittenLog sold(String hold, String order, int... numbers) {
    List<IssuedTicket> tickets =
        IntStream.of(numbers).mapToObj(n -> new IssuedTicket(n, ticket(hold, n))).toList();
    return seats(new SeatHoldEvent.HoldSold(PERFORMANCE, hold(hold), order(order), EUR, tickets));
  }

  private static PricedTicket ticket(String hold, int number) {
    return new PricedTicket(
        new TicketId(id("ticket " + number)),
        hold(hold),
        new SeatId("A-" + number),
        null,
        ZONE,
        new PriceTypeCode("FULL"),
        new PublicLabel("Plein tarif"),
        2_500,
        2_370,
        130,
        new TaxRate("5.5"),
        null);
  }

  WrittenLog admitted(int number) {
    return admittedAt(PERFORMANCE, number, 0);
  }

  WrittenLog admittedWith(int number, int issue) {
    return admittedAt(PERFORMANCE, number, issue);
  }

  WrittenLog admittedElsewhere(int number) {
    return admittedAt(new PerformanceId(id("another performance")), number, 0);
  }

  /** Taken back by who had paid, of one ticket of 25.00 for each 25.00. */
  WrittenLog takenBack(String order, String payment, long minor) {
    return money(
        new OrderEvent.PaymentTakenBack(
            order(order),
            THEATRE,
            PERFORMANCE,
            payment(payment),
            PaymentMethod.CARD,
            null,
            TakenBackReason.DISPUTED,
            false,
            new Money(minor, EUR),
            0,
            shares(minor)));
  }

  WrittenLog restored(String order, String payment, long minor) {
    return money(
        new OrderEvent.PaymentRestored(
            order(order),
            THEATRE,
            PERFORMANCE,
            payment(payment),
            PaymentMethod.CARD,
            null,
            false,
            new Money(minor, EUR),
            0,
            shares(minor),
            null));
  }

  private static List<TaxShare> shares(long minor) {
    long tickets = minor / 2_500;
    return List.of(new TaxShare(new TaxRate("5.5"), 2_370 * tickets, 130 * tickets));
  }

  WrittenLog reissued(String order, int number, int issue) {
    return money(
        new OrderEvent.TicketReissued(
            order(order),
            THEATRE,
            PERFORMANCE,
            new TicketId(id("ticket " + number)),
            number,
            issue));
  }

  WrittenLog transferred(String order, int number, int issue) {
    return money(
        new OrderEvent.TicketTransferred(
            order(order),
            THEATRE,
            PERFORMANCE,
            new TicketId(id("ticket " + number)),
            number,
            issue));
  }

  private WrittenLog admittedAt(PerformanceId performance, int number, int issue) {
    Door door = new Door(THEATRE, performance);
    Scan scan = new Scan(new ScanId(UUID.randomUUID()), new GateName("EAST"), now, false);
    ScannedTicket ticket =
        new ScannedTicket(new TicketId(id("ticket " + number)), PERFORMANCE, number, issue);
    return write(door.streamId(), new AdmissionEvent.TicketAdmitted(door, scan, ticket));
  }

  WrittenLog ordered(String hold, String order, long totalMinor) {
    return money(
        new OrderEvent.OrderPlaced(
            order(order),
            THEATRE,
            PERFORMANCE,
            WEB,
            List.of(hold(hold)),
            IntStream.rangeClosed(1, (int) (totalMinor / 2_500))
                .mapToObj(n -> ticket(hold, n))
                .toList(),
            EUR,
            totalMinor,
            0,
            now.plusSeconds(480)));
  }

  /** One ticket, and a fee beside it. */
  WrittenLog orderedWithFee(String hold, String order, long feeMinor, long totalMinor) {
    TaxSplit fee = new TaxRate("20").split(new Money(feeMinor, EUR));
    return money(
        new OrderEvent.OrderPlaced(
            order(order),
            THEATRE,
            PERFORMANCE,
            WEB,
            List.of(hold(hold)),
            List.of(ticket(hold, 1)),
            List.of(
                new PricedLine(
                    FEE,
                    LineProduct.FEE,
                    new FeeCode("BOOKING"),
                    new PublicLabel("Frais"),
                    1,
                    feeMinor,
                    fee.net().minor(),
                    fee.tax().minor(),
                    fee.rate(),
                    null)),
            EUR,
            totalMinor,
            0,
            now.plusSeconds(480)));
  }

  /** Of the fee; what remains is as it is told, whether that is so or not. */
  WrittenLog feeRefunded(String order, String payment, long minor, long remaining) {
    TaxRate rate = new TaxRate("20");
    long net =
        rate.split(new Money(remaining + minor, EUR)).net().minor()
            - rate.split(new Money(remaining, EUR)).net().minor();
    return money(
        new TicketsRefunded(
            order(order),
            THEATRE,
            PERFORMANCE,
            1,
            TicketReason.GOODWILL,
            RevenueStand.DEFERRED,
            EUR,
            List.of(),
            List.of(
                new RefundedLine(FEE, LineProduct.FEE, minor, net, minor - net, rate, remaining)),
            List.of(
                new RefundPart(
                    new RefundId(id("refund of fee " + remaining)),
                    payment(payment),
                    PaymentMethod.CARD,
                    null,
                    minor,
                    List.of(new TaxShare(rate, net, minor - net)),
                    false))));
  }

  /** Sold by an order of its own, which is told and not paid here. */
  WrittenLog voucher(String voucher, long minor) {
    VoucherId id = new VoucherId(id("voucher " + voucher));
    money(
        new OrderEvent.OrderPlaced(
            order("of " + voucher),
            THEATRE,
            PerformanceId.NONE,
            WEB,
            List.of(),
            List.of(),
            List.of(
                new PricedLine(
                    new LineId(id.value()),
                    LineProduct.VOUCHER,
                    null,
                    null,
                    1,
                    minor,
                    minor,
                    0,
                    new TaxRate("0"),
                    null,
                    365)),
            EUR,
            minor,
            0,
            now.plusSeconds(480)));
    return issued(voucher, minor);
  }

  WrittenLog issued(String voucher, long minor) {
    VoucherId id = new VoucherId(id("voucher " + voucher));
    return write(
        id.value(),
        new VoucherIssued(id, THEATRE, order("o"), VoucherOrigin.SALE, new Money(minor, EUR), now));
  }

  /** A single-purpose voucher at 5.5 %, and what it pays with what is said of its tax. */
  WrittenLog taxedVoucher(String voucher, long minor) {
    VoucherId id = new VoucherId(id("voucher " + voucher));
    money(
        new OrderEvent.OrderPlaced(
            order("of " + voucher),
            THEATRE,
            PerformanceId.NONE,
            WEB,
            List.of(),
            List.of(),
            List.of(
                new PricedLine(
                    new LineId(id.value()),
                    LineProduct.VOUCHER,
                    null,
                    null,
                    1,
                    minor,
                    minor,
                    0,
                    new TaxRate("0"),
                    null,
                    365)),
            EUR,
            minor,
            0,
            now.plusSeconds(480)));
    return write(
        id.value(),
        new VoucherIssued(
            id,
            THEATRE,
            order("of " + voucher),
            VoucherOrigin.SALE,
            new Money(minor, EUR),
            new TaxRate("5.5"),
            now));
  }

  WrittenLog taxedSpent(String voucher, String order, String payment, long net, long tax) {
    VoucherId id = new VoucherId(id("voucher " + voucher));
    return write(
        id.value(),
        new VoucherSpent(
            id,
            THEATRE,
            order(order),
            payment(payment),
            new Money(net + tax, EUR),
            new TaxedPart(new TaxRate("5.5"), net, tax)));
  }

  WrittenLog spent(String voucher, String order, String payment, long minor) {
    VoucherId id = new VoucherId(id("voucher " + voucher));
    return write(
        id.value(),
        new VoucherSpent(id, THEATRE, order(order), payment(payment), new Money(minor, EUR)));
  }

  WrittenLog credited(String voucher, String order, String refund, long minor) {
    VoucherId id = new VoucherId(id("voucher " + voucher));
    return write(
        id.value(),
        new VoucherCredited(
            id,
            THEATRE,
            order(order),
            new RefundId(id("refund of " + refund)),
            new Money(minor, EUR),
            now));
  }

  /** A ticket leaves an order for another performance, with what it cost. */
  WrittenLog left(String order, int number, String into, String payment, long carried) {
    return money(
        new OrderEvent.TicketsExchangedElsewhere(
            order(order),
            THEATRE,
            PERFORMANCE,
            1,
            RevenueStand.DEFERRED,
            EUR,
            List.of(
                new RefundedTicket(
                    new TicketId(id("ticket " + number)),
                    number,
                    2_500,
                    2_370,
                    130,
                    new TaxRate("5.5"),
                    0)),
            order(into),
            ELSEWHERE,
            List.of(share(payment, carried)),
            List.of()));
  }

  /** A ticket of the other performance is ordered, paid by an exchange, and complete. */
  WrittenLog arrived(String order, String from, String payment, long carried) {
    money(
        new OrderEvent.OrderPlaced(
            order(order),
            THEATRE,
            ELSEWHERE,
            WEB,
            List.of(hold("of " + order)),
            List.of(ticket("of " + order, 900)),
            EUR,
            2_500,
            130,
            now.plusSeconds(480)));
    money(
        new OrderEvent.PaidByExchange(
            order(order),
            THEATRE,
            ELSEWHERE,
            order(from),
            PERFORMANCE,
            EUR,
            List.of(share(payment, carried))));
    return money(new OrderEvent.OrderCompleted(order(order), THEATRE, ELSEWHERE, List.of()));
  }

  private static CarriedPayment share(String payment, long minor) {
    return new CarriedPayment(payment(payment), PaymentMethod.CARD, null, null, minor);
  }

  WrittenLog capturedByVoucher(String order, String payment, long minor) {
    return money(
        new OrderEvent.PaymentCaptured(
            order(order),
            THEATRE,
            PERFORMANCE,
            payment(payment),
            PaymentMethod.VOUCHER,
            ProviderName.VOUCHERS,
            null,
            new Money(minor, EUR)));
  }

  /** A pass of four uses of 25.00, paid for. */
  WrittenLog pass(String pass) {
    PassId id = new PassId(id("pass " + pass));
    money(
        new OrderEvent.OrderPlaced(
            order("of " + pass),
            THEATRE,
            PerformanceId.NONE,
            WEB,
            List.of(),
            List.of(),
            List.of(
                new PricedLine(
                    new LineId(id.value()),
                    LineProduct.PASS,
                    null,
                    FOUR.name(),
                    4,
                    10_000,
                    9_480,
                    520,
                    FOUR.taxRate(),
                    null,
                    null,
                    FOUR)),
            EUR,
            10_000,
            520,
            now.plusSeconds(480)));
    return passIssued(pass);
  }

  WrittenLog passIssued(String pass) {
    PassId id = new PassId(id("pass " + pass));
    return write(
        id.value(), new PassIssued(id, THEATRE, order("of " + pass), FOUR, FOUR.uses(4), now));
  }

  WrittenLog used(String pass, String order, String payment, int uses) {
    return used(pass, order, payment, FOUR.uses(uses));
  }

  WrittenLog used(String pass, String order, String payment, PassUses uses) {
    PassId id = new PassId(id("pass " + pass));
    return write(
        id.value(), new PassUsed(id, THEATRE, order(order), PERFORMANCE, payment(payment), uses));
  }

  WrittenLog usesReturned(String pass, String order, String refund, int uses) {
    PassId id = new PassId(id("pass " + pass));
    return write(
        id.value(),
        new PassUsesReturned(
            id,
            THEATRE,
            order(order),
            PERFORMANCE,
            new RefundId(id("refund of " + refund)),
            FOUR.uses(uses),
            now));
  }

  WrittenLog capturedByPass(String order, String payment, int uses) {
    return money(
        new OrderEvent.PaymentCaptured(
            order(order),
            THEATRE,
            PERFORMANCE,
            payment(payment),
            PaymentMethod.PASS,
            ProviderName.PASSES,
            null,
            FOUR.use().times(uses)));
  }

  /** Uses that a pass paid go back to it. */
  WrittenLog owedToPass(String order, String payment, int uses) {
    return money(
        new OrderEvent.RefundDue(
            order(order),
            THEATRE,
            PERFORMANCE,
            new RefundId(id("refund of " + payment)),
            payment(payment),
            PaymentMethod.PASS,
            ProviderName.PASSES,
            FOUR.use().times(uses),
            RefundReason.PAID_TWICE));
  }

  WrittenLog captured(String order, String payment, long minor) {
    return money(
        new OrderEvent.PaymentCaptured(
            order(order),
            THEATRE,
            PERFORMANCE,
            payment(payment),
            PaymentMethod.CASH,
            null,
            null,
            new Money(minor, EUR)));
  }

  WrittenLog completed(String order, int... numbers) {
    List<IssuedNumber> tickets =
        Arrays.stream(numbers)
            .mapToObj(n -> new IssuedNumber(new TicketId(id("ticket " + n)), n))
            .toList();
    return money(new OrderEvent.OrderCompleted(order(order), THEATRE, PERFORMANCE, tickets));
  }

  WrittenLog onAccount(String order, long minor) {
    return money(
        new OrderEvent.OrderPutOnAccount(
            order(order), THEATRE, PERFORMANCE, new Money(minor, EUR)));
  }

  /** One part of the joint order that all of them are. */
  WrittenLog joined(String order, String... all) {
    List<OrderPart> parts =
        Arrays.stream(all).map(each -> new OrderPart(order(each), PERFORMANCE, List.of())).toList();
    return money(new OrderEvent.OrderJoined(order(order), THEATRE, PERFORMANCE, parts));
  }

  WrittenLog lapsed(String order) {
    return money(new OrderEvent.OrderLapsed(order(order), THEATRE, PERFORMANCE));
  }

  WrittenLog refundDue(String order, String payment, long minor) {
    return money(
        new OrderEvent.RefundDue(
            order(order),
            THEATRE,
            PERFORMANCE,
            new RefundId(id("refund of " + payment)),
            payment(payment),
            PaymentMethod.CASH,
            null,
            new Money(minor, EUR),
            RefundReason.ORDER_LAPSED));
  }

  /** What a voucher paid goes back to it. */
  WrittenLog owedToVoucher(String order, String payment, long minor) {
    return money(
        new OrderEvent.RefundDue(
            order(order),
            THEATRE,
            PERFORMANCE,
            new RefundId(id("refund of " + payment)),
            payment(payment),
            PaymentMethod.VOUCHER,
            ProviderName.VOUCHERS,
            new Money(minor, EUR),
            RefundReason.PAID_TWICE));
  }

  WrittenLog took() {
    return seats(new PerformanceCompleted(PERFORMANCE));
  }

  WrittenLog cancelled() {
    return seats(new PerformanceCancelled(PERFORMANCE, CancellationReason.ILLNESS, true, null));
  }

  /** A ticket is void, as its order is to say. */
  WrittenLog voided(String order, int number, boolean isBackOnSale) {
    VoidedTicket ticket =
        new VoidedTicket(
            new TicketId(id("ticket " + number)),
            number,
            new SeatId("A-" + number),
            number,
            null,
            ZONE,
            new PriceTypeCode("FULL"));
    return seats(
        new TicketsVoided(
            PERFORMANCE, order(order), List.of(ticket), TicketReason.DUPLICATE, isBackOnSale));
  }

  WrittenLog invalidated(String order, int number) {
    return money(
        new TicketsInvalidated(
            order(order),
            THEATRE,
            PERFORMANCE,
            List.of(new TicketId(id("ticket " + number))),
            TicketReason.DUPLICATE));
  }

  /** Of 25.00; what remains is as it is told, whether that is so or not. */
  WrittenLog refunded(String order, int number, String payment, long minor, long remaining) {
    return refunded(order, number, payment, minor, minor, remaining);
  }

  WrittenLog refunded(
      String order, int number, String payment, long minor, long part, long remaining) {
    TaxRate rate = new TaxRate("5.5");
    long after = rate.split(new Money(remaining, EUR)).net().minor();
    long net = rate.split(new Money(remaining + minor, EUR)).net().minor() - after;
    return money(
        new TicketsRefunded(
            order(order),
            THEATRE,
            PERFORMANCE,
            1,
            TicketReason.CUSTOMER_REQUEST,
            RevenueStand.DEFERRED,
            EUR,
            List.of(
                new RefundedTicket(
                    new TicketId(id("ticket " + number)),
                    number,
                    minor,
                    net,
                    minor - net,
                    rate,
                    remaining)),
            List.of(
                new RefundPart(
                    new RefundId(id("refund of " + payment + number + remaining)),
                    payment(payment),
                    PaymentMethod.CARD,
                    null,
                    part,
                    List.of(new TaxShare(rate, net, minor - net)),
                    false))));
  }

  /** Ticket 1 at 25.00 for ticket 3 at 25.00, with a difference that is taken or given back. */
  WrittenLog exchanged(String order, String hold, long taken) {
    return money(
        new TicketsExchanged(
            order(order),
            THEATRE,
            PERFORMANCE,
            1,
            RevenueStand.DEFERRED,
            EUR,
            List.of(
                new RefundedTicket(
                    new TicketId(id("ticket 1")), 1, 2_500, 2_370, 130, new TaxRate("5.5"), 0)),
            List.of(new IssuedTicket(3, ticket(hold, 3))),
            taken,
            List.of()));
  }

  WrittenLog paidOut(String order, int number, String payment, long remaining) {
    return money(
        new RefundPaidOut(
            order(order),
            THEATRE,
            PERFORMANCE,
            new RefundId(id("refund of " + payment + number + remaining)),
            PaymentMethod.CASH,
            null,
            new Money(1, EUR)));
  }

  /** An invoice of an order, as it stood at its event of that number. */
  WrittenLog invoiced(String number, String order, long through, long minor) {
    return books(
        new InvoiceIssued(
            THEATRE,
            new InvoiceNumber(number),
            LocalDate.of(2026, 11, 20),
            order(order),
            through,
            SELLER,
            List.of(SUPPLY),
            null,
            EUR,
            lines(minor),
            List.of(),
            0,
            new PaymentTerms(LocalDate.of(2026, 12, 20), new PublicLabel("12 %"), 4_000)));
  }

  WrittenLog credited(String number, String invoice, String order, long through, long minor) {
    return books(
        new CreditNoteIssued(
            THEATRE,
            new InvoiceNumber(number),
            LocalDate.of(2026, 11, 20),
            order(order),
            through,
            new InvoiceNumber(invoice),
            SELLER,
            List.of(SUPPLY),
            TicketReason.CUSTOMER_REQUEST,
            EUR,
            lines(minor),
            List.of()));
  }

  private static List<InvoiceLine> lines(long minor) {
    return List.of(
        new InvoiceLine(
            PERFORMANCE,
            ZONE,
            new PublicLabel("Plein tarif"),
            new TaxRate("0"),
            minor,
            0,
            List.of(1)));
  }

  private WrittenLog books(AccountingEvent event) {
    return write(AccountingCommand.booksOf(THEATRE), event);
  }

  private WrittenLog seats(Event event) {
    return write(PERFORMANCE.value(), event);
  }

  private WrittenLog money(OrderEvent event) {
    return write(event.orderId().value(), event);
  }

  private WrittenLog write(UUID stream, Event event) {
    long sequence = sequences.merge(stream, 1L, Long::sum) - 1;
    Envelope envelope =
        new Envelope(
            UUID.randomUUID(),
            stream,
            "stream",
            sequence,
            "event",
            1,
            now,
            null,
            Actor.SYSTEM,
            stream,
            event);
    events.add(new RecordedEvent(nextPosition++, envelope, new byte[0]));
    return this;
  }

  private static HoldId hold(String name) {
    return new HoldId(id("hold " + name));
  }

  private static OrderId order(String name) {
    return new OrderId(id("order " + name));
  }

  private static PaymentId payment(String name) {
    return new PaymentId(id("payment " + name));
  }

  /** A name's own id, of the version that ids must have. */
  private static UUID id(String name) {
    UUID hash = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    return new UUID(
        (hash.getMostSignificantBits() & ~0xF000L) | 0x7000, hash.getLeastSignificantBits());
  }
}
