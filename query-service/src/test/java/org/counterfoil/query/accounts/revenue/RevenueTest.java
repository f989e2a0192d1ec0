package org.counterfoil.query.accounts.revenue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.counterfoil.domain.PublicLabel;
import org.counterfoil.domain.access.Role;
import org.counterfoil.domain.accounting.Account;
import org.counterfoil.domain.accounting.AccountingEvent.ChartSet;
import org.counterfoil.domain.accounting.ChartAccount;
import org.counterfoil.domain.order.Order;
import org.counterfoil.domain.order.OrderCommand.RefundTickets;
import org.counterfoil.domain.order.RefundId;
import org.counterfoil.domain.order.RefundTo;
import org.counterfoil.domain.organisation.AccountNumber;
import org.counterfoil.domain.performance.CancellationReason;
import org.counterfoil.domain.performance.PerformanceCommand.CancelPerformance;
import org.counterfoil.domain.performance.PerformanceCommand.CompletePerformance;
import org.counterfoil.domain.performance.PerformanceEvent.PerformanceCompleted;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.domain.seathold.TicketReason;
import org.counterfoil.query.given.BoxOffice;
import org.counterfoil.query.given.Onsale;
import org.counterfoil.query.given.RunningQueryService;
import org.counterfoil.query.given.Till;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Two performances, at the end of October and in December. A ticket is 42.00, 39.81 net. What is
 * deferred at the end of one period is what the next one opens with.
 */
class RevenueTest {

  private final RunningQueryService service = RunningQueryService.shared();
  private final Onsale given = Onsale.on(service);
  private final BoxOffice office = given.office();
  private final String token = service.token(Role.AUDITOR, given.organisation());

  @Test
  void whatIsDeferredIsReceivedEarnedAndRefunded_andItsClosingIsTheAccounts() {
    PerformanceId later =
        office.performance(
            given.organisation(), given.venue(), "Le Cid", Onsale.START.plus(Duration.ofDays(70)));
    office.sellSeats(given.performance(), 0, 2);
    office.sellSeats(later, 0, 3);
    office.advance(Duration.ofDays(33));
    assertThat(office.end(new CompletePerformance(given.performance(), false))).isTrue();
    refundOne(later);
    long before = service.log().last();
    office.advance(Duration.ofDays(1));
    office.end(new CancelPerformance(later, CancellationReason.STRIKE, true, null));

    assertThat(lines("?from=2026-10-01&to=2026-10-31"))
        .containsExactly(
            "Phèdre TAKEN_PLACE 0 +7962 -0 -7962 = 0",
            "Le Cid COMING 0 +11943 -0 -0 = 11943",
            "all 0 +19905 -0 -7962 = 11943");
    assertThat(lines("?from=2026-11-01&to=2026-11-30"))
        .as("what was refunded, then owed")
        .containsExactly("Le Cid CANCELLED 11943 +0 -11943 -0 = 0", "all 11943 +0 -11943 -0 = 0");
    assertThat(lines("?from=2026-11-01&to=2026-11-30&asOf=" + before))
        .as("before it was cancelled")
        .containsExactly("Le Cid COMING 11943 +0 -3981 -0 = 7962", "all 11943 +0 -3981 -0 = 7962");
    assertThat(lines("?from=2026-12-01&to=2026-12-31")).containsExactly("all 0 +0 -0 -0 = 0");
    for (String asOf : List.of("", "?asOf=" + before)) {
      assertThat(get("/revenue" + asOf).get("closingMinor").asLong()).isEqualTo(deferred(asOf));
    }
  }

  /** The chart has another number for deferred revenue since the first sale. */
  @Test
  void whatWasBookedUnderAnotherNumberIsFound() {
    Instant noon = Instant.parse("2026-10-01T10:00:00Z");
    Till till =
        new Till(
            service.log(), ZoneId.of("Europe/Paris"), MonthDay.of(1, 1), LocalTime.MIDNIGHT, noon);
    till.schedule(noon.plus(Duration.ofDays(30)), ZoneId.of("Europe/Paris"), noon);
    till.sell(1, 2_500, "5.5", noon);
    till.write(
        noon,
        new ChartSet(
            till.organisation(),
            List.of(
                new ChartAccount(
                    Account.DEFERRED_REVENUE,
                    new AccountNumber("48701"),
                    new PublicLabel("Billets vendus d'avance"))),
            List.of()));
    till.sell(2, 2_500, "5.5", noon);

    JsonNode revenue = of(till, "/revenue");
    assertThat(revenue.get("closingMinor").asLong()).isEqualTo(3 * 2_370);
    assertThat(revenue.get("account").asString()).isEqualTo("48701");
    JsonNode settlement = of(till, "/settlements/" + till.performance());
    assertThat(settlement.get("deferredMinor").asLong()).isEqualTo(3 * 2_370);

    till.write(noon.plus(Duration.ofDays(31)), new PerformanceCompleted(till.performance()));
    assertThat(of(till, "/revenue").get("closingMinor").asLong()).isZero();
    JsonNode performed = of(till, "/settlements/" + till.performance());
    assertThat(performed.get("deferredMinor").asLong()).isZero();
    assertThat(performed.get("earnedMinor").asLong()).isEqualTo(3 * 2_370);
    assertThat(performed.get("stage").asString()).isEqualTo("TAKEN_PLACE");
    JsonNode then = of(till, "/settlements/" + till.performance() + "?asOf=" + noon);
    assertThat(then.get("stage").asString()).as("as it stood then").isEqualTo("COMING");
    assertThat(then.get("deferredMinor").asLong()).isEqualTo(3 * 2_370);
  }

  private JsonNode of(Till till, String path) {
    String auditor = service.token(Role.AUDITOR, till.organisation());
    return RunningQueryService.json(
        service.get("/api/v1/accounting/" + till.organisation() + path, service.upToDate(auditor)));
  }

  private void refundOne(PerformanceId performance) {
    Order order = office.completedOrders(performance).getFirst();
    assertThat(
            office.decide(
                new RefundTickets(
                    order.placed().orderId(),
                    performance,
                    List.of(order.tickets().getFirst().issued().ticket().ticketId()),
                    null,
                    RefundTo.ORIGINAL,
                    TicketReason.GOODWILL,
                    true,
                    List.of(new RefundId(office.id())))))
        .isTrue();
  }

  private List<String> lines(String period) {
    JsonNode revenue = get("/revenue" + period);
    List<String> lines = new ArrayList<>();
    for (JsonNode line : revenue.get("performances")) {
      lines.add(
          line.get("title").asString() + " " + line.get("state").asString() + " " + sums(line));
    }
    lines.add("all " + sums(revenue));
    return lines;
  }

  private static String sums(JsonNode line) {
    return "%s +%s -%s -%s = %s"
        .formatted(
            line.get("openingMinor"),
            line.get("receivedMinor"),
            line.get("refundedMinor"),
            line.get("earnedMinor"),
            line.get("closingMinor"));
  }

  private long deferred(String asOf) {
    long balance = 0;
    for (JsonNode account : get("/trial-balance" + asOf).get("accounts")) {
      if (account.get("account").asString().equals("487")) {
        balance = -account.get("balanceMinor").asLong();
      }
    }
    return balance;
  }

  private JsonNode get(String path) {
    var response =
        service.get("/api/v1/accounting/" + given.organisation() + path, service.upToDate(token));
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return RunningQueryService.json(response);
  }
}
