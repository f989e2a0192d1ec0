package org.counterfoil.query.accounts.payouts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.counterfoil.domain.OrderId;
import org.counterfoil.domain.PublicLabel;
import org.counterfoil.domain.access.Role;
import org.counterfoil.domain.accounting.AccountingEvent.PayoutRecorded;
import org.counterfoil.domain.accounting.PayoutLine;
import org.counterfoil.domain.accounting.ProviderReference;
import org.counterfoil.domain.money.Money;
import org.counterfoil.domain.money.PaymentMethod;
import org.counterfoil.domain.money.TaxRate;
import org.counterfoil.domain.order.OrderEvent.PaymentTakenBack;
import org.counterfoil.domain.order.OrderEvent.TicketsExchanged;
import org.counterfoil.domain.order.PaymentId;
import org.counterfoil.domain.order.ProviderName;
import org.counterfoil.domain.order.RefundId;
import org.counterfoil.domain.order.RefundPart;
import org.counterfoil.domain.order.RefundedTicket;
import org.counterfoil.domain.order.RevenueStand;
import org.counterfoil.domain.order.TakenBackReason;
import org.counterfoil.domain.order.TaxShare;
import org.counterfoil.domain.performance.PriceTypeCode;
import org.counterfoil.domain.seathold.HoldId;
import org.counterfoil.domain.seathold.IssuedTicket;
import org.counterfoil.domain.seathold.PricedTicket;
import org.counterfoil.domain.seathold.TicketId;
import org.counterfoil.domain.seating.AreaName;
import org.counterfoil.domain.seating.ZoneName;
import org.counterfoil.query.given.EntryLines;
import org.counterfoil.query.given.RunningQueryService;
import org.counterfoil.query.given.Till;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a provider pays over is booked as it arrived, and matched with what it had received. */
class PayoutsTest {

  private static final ProviderName PROVIDER = new ProviderName("stripe");
  private static final Instant MORNING = Instant.parse("2026-12-01T09:00:00Z");

  private final RunningQueryService service = RunningQueryService.shared();
  private final Till till =
      new Till(
          service.log(), ZoneId.of("Europe/Paris"), MonthDay.of(1, 1), LocalTime.MIDNIGHT, MORNING);
  private final String token = service.token(Role.ACCOUNTANT, till.organisation());

  @Test
  void aPayoutIsMatchedLineByLine_andBookedAsItArrived() {
    sellThree();
    assertThat(outstanding("")).containsExactly("PAY-1 2500", "PAY-2 2500", "PAY-3 2500");
    long before = service.log().last();

    pay("po_1", "PAY-1 2500 35");
    pay("po_2", "PAY-1 2500 35", "PAY-2 2000 35", "pi_unknown 700 0", "stripe_fee 0 50");

    JsonNode second = get("/payouts").at("/items/0");
    assertThat(second.get("reference").asString()).isEqualTo("po_2");
    assertThat(second.get("amountMinor").asLong()).isEqualTo(5_080);
    assertThat(second.get("grossMinor").asLong()).isEqualTo(5_200);
    assertThat(second.get("feeMinor").asLong()).isEqualTo(120);
    assertThat(second.get("lines").asInt()).isEqualTo(4);
    assertThat(second.get("matched").asInt()).as("a fee alone is about no payment").isEqualTo(1);
    List<String> differences = new ArrayList<>();
    for (JsonNode one : second.get("differences")) {
      differences.add(
          one.get("kind").asString()
              + " "
              + one.get("reference").asString()
              + " "
              + one.path("expectedMinor").asString("-")
              + " "
              + one.get("paidMinor"));
    }
    assertThat(differences)
        .containsExactly(
            "PAID_BEFORE PAY-1 2500 2500", "AMOUNT PAY-2 2500 2000", "UNKNOWN pi_unknown - 700");
    JsonNode first = get("/payouts").at("/items/1");
    assertThat(first.get("differences").size()).isZero();
    assertThat(outstanding("")).containsExactly("PAY-3 2500");
    assertThat(outstanding("?asOf=" + before)).hasSize(3);
    assertThat(get("/payouts?asOf=" + before).get("items").size()).isZero();
    JsonNode entry = get("/journal").at("/items/3");
    assertThat(entry.get("label").asString())
        .isEqualTo("Versement du prestataire de paiement, stripe po_1");
    assertThat(EntryLines.lines(entry))
        .containsExactly(
            "512 Banque 2465 0",
            "627 Services bancaires et assimilés 35 0",
            "511 Cartes à encaisser 0 2500");
    assertThat(get("/ledgers").get("balanced").asBoolean()).isTrue();
  }

  /** The fee of the dispute is in the payout that it is missing in, and booked there. */
  @Test
  void whatWasTakenBackIsFoundInAPayoutByItsPayment() {
    till.schedule(Instant.parse("2027-02-01T19:00:00Z"), ZoneId.of("Europe/Paris"), MORNING);
    till.through(PROVIDER);
    OrderId order = till.sell(1, 2_500, "5.5", MORNING);
    PaymentId payment = till.payment(order);
    pay("po_1", payment + " 2500 35");
    till.write(
        MORNING.plusSeconds(60),
        new PaymentTakenBack(
            order,
            till.organisation(),
            till.performance(),
            payment,
            PaymentMethod.CARD,
            PROVIDER,
            TakenBackReason.DISPUTED,
            false,
            new Money(2_500, Currency.getInstance("EUR")),
            1_500,
            List.of(new TaxShare(new TaxRate("5.5"), 2_370, 130))));
    assertThat(outstanding("")).containsExactly(payment + " -2500");

    pay("po_2", payment + " -2500 1500");

    assertThat(get("/payouts").at("/items/0/differences").size()).isZero();
    assertThat(outstanding("")).isEmpty();
    assertThat(EntryLines.lines(get("/journal").at("/items/2")))
        .containsExactly(
            "411 Clients 2500 0",
            "445710 TVA collectée 130 0",
            "511 Cartes à encaisser 0 2500",
            "4458 TVA en attente 0 130");
    assertThat(EntryLines.lines(get("/journal").at("/items/3")))
        .contains("627 Services bancaires et assimilés 1500 0");
    assertThat(get("/ledgers").get("balanced").asBoolean()).isTrue();
    assertThat(get("/ledgers").get("receivablesMinor").asLong()).isEqualTo(2_500);
  }

  /** What goes back of an exchange goes through the provider like any other refund. */
  @Test
  void whatGoesBackOfAnExchangeIsToBeFoundInAPayout() {
    till.schedule(Instant.parse("2027-02-01T19:00:00Z"), ZoneId.of("Europe/Paris"), MORNING);
    till.through(PROVIDER);
    OrderId order = till.sell(1, 2_500, "5.5", MORNING);
    RefundId refund = new RefundId(new UUID(9, 9));

    till.write(
        MORNING.plusSeconds(60),
        new TicketsExchanged(
            order,
            till.organisation(),
            till.performance(),
            1,
            RevenueStand.DEFERRED,
            Currency.getInstance("EUR"),
            List.of(
                new RefundedTicket(
                    new TicketId(new UUID(9, 11)), 1, 2_500, 2_370, 130, new TaxRate("5.5"), 0)),
            List.of(new IssuedTicket(2, cheaper())),
            0,
            List.of(
                new RefundPart(
                    refund,
                    new PaymentId(new UUID(9, 10)),
                    PaymentMethod.CARD,
                    PROVIDER,
                    1_000,
                    List.of(new TaxShare(new TaxRate("5.5"), 948, 52)),
                    false))));

    assertThat(outstanding("")).containsExactly("PAY-1 2500", "- -1000");
    pay("po_3", refund + " -1000 0");
    assertThat(get("/payouts").at("/items/0/matched").asInt()).isEqualTo(1);
    assertThat(outstanding("")).containsExactly("PAY-1 2500");
  }

  /** A joint order has a part for each performance, and each a share of the payment. */
  @Test
  void aPaymentForSeveralPerformancesIsOneToTheProvider() {
    PaymentId payment = new PaymentId(new UUID(9, 20));
    till.through(PROVIDER);
    till.paidBy(payment);
    till.schedule(Instant.parse("2027-02-01T19:00:00Z"), ZoneId.of("Europe/Paris"), MORNING);
    till.sell(1, 2_500, "5.5", MORNING);
    till.schedule(Instant.parse("2027-02-02T19:00:00Z"), ZoneId.of("Pacific/Noumea"), MORNING);
    till.sell(1, 3_500, "2.1", MORNING);

    assertThat(outstanding("")).containsExactly("- 6000");
    pay("po_4", payment + " 6000 35");

    JsonNode payout = get("/payouts").at("/items/0");
    assertThat(payout.get("matched").asInt()).isEqualTo(1);
    assertThat(payout.get("differences").size()).isZero();
    assertThat(outstanding("")).isEmpty();
    assertThat(get("/ledgers").get("balanced").asBoolean()).isTrue();
  }

  private static PricedTicket cheaper() {
    return new PricedTicket(
        new TicketId(new UUID(9, 12)),
        new HoldId(new UUID(9, 13)),
        null,
        new AreaName("PIT"),
        new ZoneName("STANDING"),
        new PriceTypeCode("FULL"),
        new PublicLabel("Plein tarif"),
        1_500,
        1_422,
        78,
        new TaxRate("5.5"),
        null);
  }

  private void sellThree() {
    till.schedule(Instant.parse("2027-02-01T19:00:00Z"), ZoneId.of("Europe/Paris"), MORNING);
    till.through(PROVIDER);
    for (int sale = 0; sale < 3; sale++) {
      till.sell(1, 2_500, "5.5", MORNING.plusSeconds(60));
    }
  }

  private void pay(String reference, String... lines) {
    List<PayoutLine> read = new ArrayList<>();
    long amount = 0;
    for (String line : lines) {
      String[] words = line.split(" ");
      long gross = Long.parseLong(words[1]);
      long fee = Long.parseLong(words[2]);
      amount += gross - fee;
      read.add(new PayoutLine(new ProviderReference(words[0]), gross, fee));
    }
    till.write(
        MORNING.plusSeconds(120),
        new PayoutRecorded(
            till.organisation(),
            PROVIDER,
            new ProviderReference(reference),
            LocalDate.of(2026, 12, 3),
            Currency.getInstance("EUR"),
            amount,
            read));
  }

  private List<String> outstanding(String asOf) {
    List<String> moves = new ArrayList<>();
    for (JsonNode move : get("/payouts/outstanding" + asOf).get("items")) {
      moves.add(move.path("reference").asString("-") + " " + move.get("amountMinor"));
    }
    return moves;
  }

  private JsonNode get(String path) {
    var response =
        service.get("/api/v1/accounting/" + till.organisation() + path, service.upToDate(token));
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return RunningQueryService.json(response);
  }
}
