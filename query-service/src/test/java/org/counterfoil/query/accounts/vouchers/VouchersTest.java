package org.counterfoil.query.accounts.vouchers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.Currency;
import java.util.UUID;
import org.counterfoil.domain.OrderId;
import org.counterfoil.domain.access.Role;
import org.counterfoil.domain.money.Money;
import org.counterfoil.domain.order.PaymentId;
import org.counterfoil.domain.order.RefundId;
import org.counterfoil.domain.voucher.VoucherEvent.VoucherCredited;
import org.counterfoil.domain.voucher.VoucherEvent.VoucherExpired;
import org.counterfoil.domain.voucher.VoucherEvent.VoucherIssued;
import org.counterfoil.domain.voucher.VoucherEvent.VoucherPaymentGivenUp;
import org.counterfoil.domain.voucher.VoucherEvent.VoucherSpent;
import org.counterfoil.domain.voucher.VoucherId;
import org.counterfoil.domain.voucher.VoucherOrigin;
import org.counterfoil.query.given.RunningQueryService;
import org.counterfoil.query.given.Till;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Vouchers are listed as they stood, and what nobody spent is booked with its cause. */
class VouchersTest {

  private static final Instant MORNING = Instant.parse("2026-12-01T09:00:00Z");
  private static final Instant END = MORNING.plus(Duration.ofDays(365));
  private static final Currency EUR = Currency.getInstance("EUR");

  private final RunningQueryService service = RunningQueryService.shared();
  private final Till till =
      new Till(
          service.log(), ZoneId.of("Europe/Paris"), MonthDay.of(1, 1), LocalTime.MIDNIGHT, MORNING);
  private final VoucherId voucher = new VoucherId(UUID.randomUUID());
  private final OrderId order = new OrderId(UUID.randomUUID());

  @Test
  void aVoucherIsListedAsItStood_andWhatIsLeftOfItIsBookedWhenItsTimeIsOver() {
    issue(voucher, 5_000, MORNING);
    issue(new VoucherId(UUID.randomUUID()), 1_000, MORNING.plusSeconds(1));
    PaymentId payment = new PaymentId(UUID.randomUUID());
    till.write(
        MORNING.plusSeconds(60),
        new VoucherSpent(voucher, till.organisation(), order, payment, euros(4_000)));
    long spent = service.log().last();
    till.write(
        MORNING.plusSeconds(90),
        new VoucherPaymentGivenUp(
            voucher, till.organisation(), order, new PaymentId(UUID.randomUUID())));
    till.write(
        MORNING.plusSeconds(120),
        new VoucherCredited(
            voucher,
            till.organisation(),
            order,
            new RefundId(UUID.randomUUID()),
            euros(500),
            END.plusSeconds(1)));
    till.write(END.plusSeconds(1), new VoucherExpired(voucher, till.organisation(), euros(1_500)));

    JsonNode then = get("/vouchers?asOf=" + spent).at("/items/1");
    assertThat(then.at("/voucherId").asString()).isEqualTo(voucher.toString());
    assertThat(then.at("/balanceMinor").asLong()).isEqualTo(1_000);
    assertThat(then.at("/expiresAt").asString()).isEqualTo(END.toString());
    JsonNode now = get("/vouchers").at("/items/1");
    assertThat(now.at("/amountMinor").asLong()).isEqualTo(5_000);
    assertThat(now.at("/spentMinor").asLong()).isEqualTo(4_000);
    assertThat(now.at("/creditedMinor").asLong()).isEqualTo(500);
    assertThat(now.at("/expiredMinor").asLong()).isEqualTo(1_500);
    assertThat(now.at("/balanceMinor").asLong()).isZero();
    assertThat(now.at("/origin").asString()).isEqualTo("SALE");
    assertThat(now.at("/expiresAt").asString()).isEqualTo(END.plusSeconds(1).toString());
    JsonNode entry = get("/journal").at("/items/0");
    assertThat(entry.at("/label").asString()).isEqualTo("Bon périmé, " + voucher);
    assertThat(entry.at("/lines/0/account").asString()).isEqualTo("4191");
    assertThat(entry.at("/lines/1/account").asString()).isEqualTo("7588");
    assertThat(entry.at("/lines/1/creditMinor").asLong()).isEqualTo(1_500);
    assertThat(get("/ledgers").get("balanced").asBoolean()).isTrue();
    assertThat(
            service
                .get(
                    "/organisations/"
                        + till.organisation()
                        + "/accounts/vouchers?from=2026-12-01&lang=fr",
                    service.upToDate(service.token(Role.ACCOUNTANT, till.organisation())))
                .body())
        .contains("Vendu", "50,00\u00a0€", "40,00\u00a0€", "15,00\u00a0€", "Bons cadeaux");
  }

  @Test
  void theyAreListedByDay_andPageByPage() {
    issue(voucher, 5_000, MORNING);
    issue(new VoucherId(UUID.randomUUID()), 1_000, MORNING.plus(Duration.ofDays(1)));

    JsonNode first = get("/vouchers?limit=1");
    JsonNode second = get("/vouchers?limit=1&cursor=" + first.at("/nextCursor").asString());

    assertThat(first.get("items").size()).isEqualTo(1);
    assertThat(first.at("/items/0/amountMinor").asLong()).isEqualTo(1_000);
    assertThat(second.at("/items/0/amountMinor").asLong()).isEqualTo(5_000);
    assertThat(get("/vouchers?to=2026-12-01").get("items").size()).isEqualTo(1);
    assertThat(get("/vouchers?from=2026-12-03").get("items").size()).isZero();
  }

  private void issue(VoucherId id, long minor, Instant at) {
    till.write(
        at,
        new VoucherIssued(id, till.organisation(), order, VoucherOrigin.SALE, euros(minor), END));
  }

  private static Money euros(long minor) {
    return new Money(minor, EUR);
  }

  private JsonNode get(String path) {
    String token = service.token(Role.BOX_OFFICE, till.organisation());
    if (!path.startsWith("/vouchers")) {
      token = service.token(Role.ACCOUNTANT, till.organisation());
    }
    var response =
        service.get("/api/v1/accounting/" + till.organisation() + path, service.upToDate(token));
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return RunningQueryService.json(response);
  }
}
