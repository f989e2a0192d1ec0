package org.counterfoil.command.process;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.counterfoil.command.lane.LaneFull;
import org.counterfoil.command.lane.LogFollower;
import org.counterfoil.command.lane.StoreUnavailable;
import org.counterfoil.command.order.OrderHistory;
import org.counterfoil.command.payment.PaymentNotification;
import org.counterfoil.command.payment.PaymentProvider;
import org.counterfoil.command.payment.PaymentProvider.Checkout;
import org.counterfoil.command.payment.PaymentProviders;
import org.counterfoil.command.payment.ProviderNews;
import org.counterfoil.command.payment.ProviderUnavailable;
import org.counterfoil.domain.order.Order;
import org.counterfoil.domain.order.Order.Payment;
import org.counterfoil.domain.order.Order.PaymentStatus;
import org.counterfoil.domain.order.OrderEvent.PaymentStarted;
import org.counterfoil.domain.order.PaymentId;
import org.counterfoil.eventstore.log.EventLog;
import org.counterfoil.eventstore.log.EventTail;
import org.counterfoil.eventstore.log.RecordedEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * Asks providers what became of payments of which they told nothing: shortly before the hold ends,
 * when it ends, and at growing intervals until they say it (I8). From its end on nobody shall pay
 * any more, and a page on which somebody still could is ended.
 */
final class PaymentWatch extends LogFollower {

  private static final Logger LOG = LoggerFactory.getLogger(PaymentWatch.class);
  private static final int PAGE = 500;
  private static final int AT_ONCE = 32;

  /** Long enough before the end for the answer to sell the seats that are still held. */
  private static final Duration BEFORE_END = Duration.ofSeconds(30);

  private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

  /** How far back payments are looked at that nobody may have asked about before a start. */
  private static final Duration LOOK_BACK = Duration.ofDays(30);

  private static final long NOT_YET = -2;

  /** A payment to be asked about. */
  private record Waiting(PaymentStarted started, Instant payBefore, Instant next, Duration pause) {
    Waiting later(Instant now) {
      if (now.isBefore(payBefore)) {
        return new Waiting(started, payBefore, payBefore, pause);
      }
      Duration longer = pause.multipliedBy(2);
      return new Waiting(
          started,
          payBefore,
          now.plus(pause),
          longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE);
    }
  }

  private final PaymentLog payments;
  private final EventLog log;
  private final OrderHistory orders;
  private final PaymentProviders providers;
  private final ProviderNews news;
  private final Clock clock;
  private final Map<PaymentId, Waiting> waiting = new ConcurrentHashMap<>();
  private long seen = NOT_YET;

  PaymentWatch(
      PaymentLog payments,
      EventLog log,
      EventTail tail,
      OrderHistory orders,
      PaymentProviders providers,
      ProviderNews news,
      Clock clock) {
    super("payments", tail);
    this.payments = payments;
    this.log = log;
    this.orders = orders;
    this.providers = providers;
    this.news = news;
    this.clock = clock;
  }

  @Override
  protected void round() {
    follow();
    askAll(clock.instant());
  }

  private void follow() {
    if (seen == NOT_YET) {
      seen = log.lastPositionBefore(clock.instant().minus(LOOK_BACK));
    }
    List<RecordedEvent> page;
    do {
      page = payments.after(seen, PAGE);
      for (RecordedEvent recorded : page) {
        PaymentStarted started = (PaymentStarted) recorded.envelope().payload();
        PaymentProvider provider = providers.find(started.provider());
        if (provider != null && provider.isAsked()) {
          Instant end = orders.of(started.orderId()).order().placed().payBefore();
          Instant first =
              provider.isPrompt()
                  ? recorded.envelope().recordedAt().plus(FIRST_PAUSE)
                  : end.minus(BEFORE_END);
          waiting.put(started.paymentId(), new Waiting(started, end, first, FIRST_PAUSE));
        }
        seen = recorded.position();
      }
    } while (page.size() == PAGE);
  }

  private void askAll(Instant now) {
    List<Waiting> due =
        waiting.values().stream().filter(one -> !one.next().isAfter(now)).limit(AT_ONCE).toList();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      due.forEach(one -> threads.execute(() -> tryToAsk(one, now)));
    }
  }

  /** One that fails is asked about again, and keeps no other waiting. */
  private void tryToAsk(Waiting one, Instant now) {
    PaymentId id = one.started().paymentId();
    waiting.put(id, one.later(now));
    try {
      if (isSettled(one, now)) {
        waiting.remove(id);
      }
    } catch (ProviderUnavailable | DataAccessException | LaneFull | StoreUnavailable failed) {
      LOG.warn("What became of payment {} is not known; asking again", id, failed);
    } catch (RuntimeException defect) {
      LOG.error("Expected to learn what became of payment {}, but not; asking again", id, defect);
    }
  }

  private boolean isSettled(Waiting one, Instant now) {
    PaymentStarted started = one.started();
    Order order = orders.of(started.orderId()).order();
    Payment payment = order.payment(started.paymentId());
    PaymentProvider provider = providers.find(started.provider());
    if (payment == null || payment.status() != PaymentStatus.PENDING || provider == null) {
      return true;
    }
    boolean isOver = !now.isBefore(one.payBefore()) || order.status() != Order.Status.PLACED;
    PaymentNotification said =
        provider.ask(
            new Checkout(started.paymentId(), order.jointId(), started.amount(), null), isOver);
    if (said == null) {
      return false;
    }
    news.record(started.provider(), said);
    return true;
  }
}
