package org.counterfoil.command.payment.simulated;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.counterfoil.command.payment.simulated.Journal.Step;
import org.jspecify.annotations.Nullable;

/**
 * The simulated provider's own books: payments and refunds, each once by its id, and the
 * notifications that follow. Everything is in the journal before it is answered or sent; what was
 * not heard before a restart is sent again after it.
 */
final class Bank {

  /** A payment as the provider knows it. */
  record CardPayment(
      UUID id,
      UUID orderId,
      long amountMinor,
      String currency,
      Scenario scenario,
      @Nullable Boolean isPaid) {

    CardPayment decided(boolean paid) {
      return new CardPayment(id, orderId, amountMinor, currency, scenario, paid);
    }
  }

  /** In minor units. */
  private static final long DISPUTE_FEE = 1_500;

  private final Journal journal;
  private final BiConsumer<Notice, Duration> sender;
  private final Map<UUID, CardPayment> payments = new LinkedHashMap<>();
  private final Set<UUID> refunds = new HashSet<>();
  private final Map<UUID, Pending> unheard = new LinkedHashMap<>();

  private record Pending(Notice notice, Duration delay) {}

  /**
   * Opens the books.
   *
   * @param sender sends a notification after a while, until it is heard
   */
  Bank(Journal journal, List<Step> earlier, BiConsumer<Notice, Duration> sender) {
    this.journal = journal;
    this.sender = sender;
    earlier.forEach(this::apply);
  }

  /** Sends what was not heard before the last stop. */
  synchronized void resume() {
    List.copyOf(unheard.values()).forEach(p -> sender.accept(p.notice(), p.delay()));
  }

  /** Begins a payment, unless it is begun already. */
  synchronized void begin(
      UUID payment, UUID order, long amountMinor, String currency, @Nullable String reference) {
    if (payments.containsKey(payment)) {
      return;
    }
    record(Step.begun(payment, order, amountMinor, currency, reference));
    if (Scenario.of(reference).isAutomatic()) {
      decide(payment, true);
    }
  }

  synchronized @Nullable CardPayment payment(UUID id) {
    return payments.get(id);
  }

  /** The buyer pays or does not; the first decision counts. */
  synchronized void decide(UUID payment, boolean wantsToPay) {
    CardPayment known = payments.get(payment);
    if (known != null && known.isPaid() == null) {
      record(Step.decided(payment, wantsToPay && !known.scenario().isDeclined()));
    }
  }

  /** Sends money back, once. */
  synchronized boolean refund(UUID refund, UUID payment, long amountMinor, String currency) {
    CardPayment known = payments.get(payment);
    if (known == null
        || !Boolean.TRUE.equals(known.isPaid())
        || amountMinor > known.amountMinor()) {
      return false;
    }
    if (!refunds.contains(refund)) {
      record(Step.refunded(refund, payment, known.orderId(), amountMinor, currency));
    }
    return true;
  }

  /** A notification was answered with 2xx. */
  synchronized void heard(UUID notice) {
    if (unheard.containsKey(notice)) {
      record(Step.heard(notice));
    }
  }

  private void record(Step step) {
    journal.append(step);
    apply(step).forEach(p -> sender.accept(p.notice(), p.delay()));
  }

  /** Applies a step and answers what is to be sent because of it. */
  private List<Pending> apply(Step step) {
    List<Pending> news =
        switch (step.kind()) {
          case BEGUN -> {
            payments.put(
                step.id(),
                new CardPayment(
                    step.id(),
                    present(step.orderId()),
                    present(step.amountMinor()),
                    present(step.currency()),
                    Scenario.of(step.reference()),
                    null));
            yield List.of();
          }
          case DECIDED -> {
            CardPayment decided =
                present(payments.get(step.id())).decided(Boolean.TRUE.equals(step.isPaid()));
            payments.put(step.id(), decided);
            yield notices(decided);
          }
          case REFUNDED -> {
            refunds.add(step.id());
            yield List.of(
                new Pending(
                    new Notice(
                        derived(step.id(), "refund"),
                        Notice.REFUNDED,
                        present(step.orderId()),
                        present(step.paymentId()),
                        step.id(),
                        present(step.amountMinor()),
                        present(step.currency()),
                        null),
                    Duration.ZERO));
          }
          case HEARD -> {
            unheard.remove(step.id());
            yield List.of();
          }
        };
    news.forEach(pending -> unheard.put(pending.notice().id(), pending));
    return news;
  }

  private static List<Pending> notices(CardPayment payment) {
    Scenario scenario = payment.scenario();
    List<Pending> notices = new ArrayList<>();
    if (scenario.isSilent()) {
      return notices;
    }
    boolean isPaid = Boolean.TRUE.equals(payment.isPaid());
    notices.add(notice(payment, "first", isPaid, scenario.delay()));
    if (scenario.isDoubled()) {
      notices.add(notice(payment, "again", isPaid, scenario.delay()));
    }
    if (scenario.isDisordered() && isPaid) {
      notices.add(notice(payment, "stale", false, scenario.delay().plusSeconds(1)));
    }
    if (scenario.isDisputed() && isPaid) {
      notices.add(dispute(payment, Notice.TAKEN_BACK, scenario.delay().plusSeconds(1)));
    }
    if (scenario.isWon() && isPaid) {
      notices.add(dispute(payment, Notice.RESTORED, scenario.delay().plusSeconds(2)));
    }
    return notices;
  }

  private static Pending dispute(CardPayment payment, String type, Duration delay) {
    return new Pending(
        new Notice(
            derived(payment.id(), type),
            type,
            payment.orderId(),
            payment.id(),
            null,
            payment.amountMinor(),
            payment.currency(),
            DISPUTE_FEE),
        delay);
  }

  private static Pending notice(CardPayment payment, String which, boolean isPaid, Duration delay) {
    return new Pending(
        new Notice(
            derived(payment.id(), which),
            isPaid ? Notice.CAPTURED : Notice.FAILED,
            payment.orderId(),
            payment.id(),
            null,
            payment.amountMinor(),
            payment.currency(),
            null),
        delay);
  }

  /** The id of a notification follows from what it is about: it is the same after a restart. */
  private static UUID derived(UUID subject, String which) {
    return UUID.nameUUIDFromBytes((subject + which).getBytes(StandardCharsets.UTF_8));
  }

  private static <T> T present(@Nullable T part) {
    if (part == null) {
      throw new IllegalStateException(
          "Expected a whole step in the journal, but a part is missing");
    }
    return part;
  }
}
