package org.counterfoil.command.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.counterfoil.command.process.RefundsDue.AtProvider;
import org.counterfoil.domain.OrderId;
import org.counterfoil.domain.money.Money;
import org.counterfoil.domain.money.PaymentMethod;
import org.counterfoil.domain.order.OrderEvent.RefundDue;
import org.counterfoil.domain.order.OrderEvent.RefundPaid;
import org.counterfoil.domain.order.PaymentId;
import org.counterfoil.domain.order.ProviderName;
import org.counterfoil.domain.order.RefundId;
import org.counterfoil.domain.order.RefundReason;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.performance.PerformanceId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which refund is asked for when: each once at a time, of one payment in their order. */
class RefundsDueTest {

  private static final Instant NOW = Instant.parse("2026-12-01T19:30:00Z");
  private static final ProviderName STRIPE = new ProviderName("stripe");
  private static final ProviderName OTHER = new ProviderName("other");
  private static final long SEED = Long.getLong("counterfoil.seed", 20_261_127L);

  private final RefundsDue due = new RefundsDue();
  private int made;

  @Test
  void whatIsAskedForIsNotAskedForTwiceAtOnce() {
    RefundDue one = refund(payment(), STRIPE);

    assertThat(take(STRIPE, NOW)).isEqualTo(one.refundId());
    assertThat(take(STRIPE, NOW)).isNull();
  }

  @Test
  void thoseOfDifferentPaymentsAreAskedForAtOnce_andOfEachProviderItsOwn() {
    RefundDue one = refund(payment(), STRIPE);
    RefundDue two = refund(payment(), STRIPE);
    RefundDue other = refund(payment(), OTHER);
    refund(payment(), null);

    assertThat(take(STRIPE, NOW)).isEqualTo(one.refundId());
    assertThat(take(STRIPE, NOW)).isEqualTo(two.refundId());
    assertThat(take(OTHER, NOW)).isEqualTo(other.refundId());
    assertThat(due.count()).as("the counter's is nobody's here").isEqualTo(3);
  }

  @Test
  void theSecondOfAPaymentWaitsUntilTheFirstWasTaken() {
    PaymentId payment = payment();
    RefundDue first = refund(payment, STRIPE);
    RefundDue second = refund(payment, STRIPE);

    AtProvider asked = due.take(STRIPE, NOW);
    assertThat(take(STRIPE, NOW)).isNull();
    due.missed(asked, NOW);
    assertThat(take(STRIPE, NOW.plusSeconds(4))).as("not even in the pause").isNull();
    asked = due.take(STRIPE, NOW.plusSeconds(5));
    assertThat(asked.refund().refundId()).isEqualTo(first.refundId());
    due.asked(asked, NOW.plusSeconds(5));

    assertThat(take(STRIPE, NOW.plusSeconds(5))).isEqualTo(second.refundId());
  }

  @Test
  void pausesGrow_andEndWithTheConfirmation() {
    RefundDue one = refund(payment(), STRIPE);
    Instant at = NOW;
    for (long pause : List.of(5, 10, 20, 40, 80, 160, 320, 600, 600)) {
      due.asked(due.take(STRIPE, at), at);
      assertThat(due.isDue(STRIPE, at.plusSeconds(pause - 1))).as("%s s", pause).isFalse();
      at = at.plusSeconds(pause);
      assertThat(due.isDue(STRIPE, at)).as("%s s", pause).isTrue();
    }

    due.follow(paid(one));

    assertThat(take(STRIPE, at)).isNull();
    assertThat(due.count()).isZero();
  }

  @Test
  void aConfirmationThatComesBeforeTheAnswerEndsItToo() {
    PaymentId payment = payment();
    RefundDue first = refund(payment, STRIPE);
    RefundDue second = refund(payment, STRIPE);
    AtProvider asked = due.take(STRIPE, NOW);

    due.follow(paid(first));
    due.asked(asked, NOW);

    assertThat(take(STRIPE, NOW)).isEqualTo(second.refundId());
    assertThat(take(STRIPE, NOW.plusSeconds(600))).isNull();
  }

  /** Whatever happens in whatever order, until everything is confirmed. */
  @Test
  void byChanceOrderIsKeptAndNothingIsForgotten() {
    Random random = new Random(SEED);
    List<PaymentId> payments = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      payments.add(payment());
    }
    Map<PaymentId, List<RefundId>> untaken = new HashMap<>();
    Map<RefundId, RefundDue> open = new HashMap<>();
    List<AtProvider> asking = new ArrayList<>();
    Instant now = NOW;
    for (int step = 0; step < 6_000; step++) {
      now = now.plusMillis(random.nextInt(3_000));
      if (step < 2_000 && random.nextInt(4) == 0) {
        RefundDue one = refund(payments.get(random.nextInt(payments.size())), STRIPE);
        untaken.computeIfAbsent(one.paymentId(), id -> new ArrayList<>()).add(one.refundId());
        open.put(one.refundId(), one);
      }
      AtProvider taken = asking.size() < 8 ? due.take(STRIPE, now) : null;
      if (taken != null) {
        List<RefundId> line = untaken.get(taken.refund().paymentId());
        RefundId id = taken.refund().refundId();
        assertThat(line.indexOf(id)).as("seed %s, step %s", SEED, step).isLessThanOrEqualTo(0);
        assertThat(asking).as("seed %s, step %s", SEED, step).doesNotContain(taken);
        asking.add(taken);
      }
      if (!asking.isEmpty() && random.nextInt(3) == 0) {
        AtProvider one = asking.remove(random.nextInt(asking.size()));
        if (random.nextInt(3) == 0) {
          due.missed(one, now);
        } else {
          untaken.get(one.refund().paymentId()).remove(one.refund().refundId());
          due.asked(one, now);
          if (random.nextInt(3) > 0) {
            due.follow(paid(open.remove(one.refund().refundId())));
          }
        }
      }
    }
    asking.forEach(one -> due.missed(one, NOW));
    assertAllAreAskedFor(open.keySet(), now.plusSeconds(600));
  }

  private void assertAllAreAskedFor(Set<RefundId> open, Instant at) {
    Set<RefundId> found = new HashSet<>();
    AtProvider one = due.take(STRIPE, at);
    while (one != null) {
      found.add(one.refund().refundId());
      due.asked(one, at);
      one = due.take(STRIPE, at);
    }
    assertThat(found).as("seed %s", SEED).isEqualTo(open);
    assertThat(due.count()).isEqualTo(open.size());
  }

  private @Nullable RefundId take(ProviderName provider, Instant now) {
    AtProvider one = due.take(provider, now);
    return one == null ? null : one.refund().refundId();
  }

  private PaymentId payment() {
    return new PaymentId(id());
  }

  private RefundDue refund(PaymentId payment, @Nullable ProviderName provider) {
    RefundDue refund =
        new RefundDue(
            new OrderId(id()),
            new OrganisationId(id()),
            new PerformanceId(id()),
            new RefundId(id()),
            payment,
            PaymentMethod.CARD,
            provider,
            new Money(2_500, Currency.getInstance("EUR")),
            RefundReason.PAID_TOO_LATE);
    due.follow(refund);
    return refund;
  }

  private static RefundPaid paid(RefundDue due) {
    return new RefundPaid(due.orderId(), due.organisationId(), due.performanceId(), due.refundId());
  }

  private UUID id() {
    return new UUID(0x0190_0000_0000_7000L, 0x8000_0000_0000_0000L | ++made);
  }
}
