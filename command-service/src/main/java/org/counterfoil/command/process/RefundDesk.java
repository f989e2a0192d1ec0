package org.counterfoil.command.process;

import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import org.counterfoil.command.lane.LaneFull;
import org.counterfoil.command.lane.StoreUnavailable;
import org.counterfoil.command.payment.PaymentNotification;
import org.counterfoil.command.payment.PaymentProvider;
import org.counterfoil.command.payment.PaymentProviders;
import org.counterfoil.command.payment.ProviderNews;
import org.counterfoil.command.payment.ProviderUnavailable;
import org.counterfoil.command.process.RefundsDue.AtProvider;
import org.counterfoil.domain.order.ProviderName;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * Asks one provider for refunds, several at a time: a slow one keeps no other provider waiting, and
 * ten thousand refunds do not take ten thousand times as long as one.
 */
final class RefundDesk {

  private static final Logger LOG = LoggerFactory.getLogger(RefundDesk.class);

  /** Calls to one provider at once: what Stripe's limits leave room for, beside all sales. */
  static final int AT_ONCE = 16;

  private final ProviderName name;
  private final RefundsDue due;
  private final PaymentProviders providers;
  private final ProviderNews news;
  private final Clock clock;
  private final ExecutorService threads;
  private final Semaphore room = new Semaphore(AT_ONCE);

  RefundDesk(
      ProviderName name,
      RefundsDue due,
      PaymentProviders providers,
      ProviderNews news,
      Clock clock,
      ExecutorService threads) {
    this.name = name;
    this.due = due;
    this.providers = providers;
    this.news = news;
    this.clock = clock;
    this.threads = threads;
  }

  /** Begins to ask, where there is something to ask for; to be called whenever there may be. */
  void open() {
    if (due.isDue(name, clock.instant()) && room.tryAcquire()) {
      try {
        threads.execute(this::work);
      } catch (RejectedExecutionException closed) {
        room.release();
      }
    }
  }

  /** Whoever finds something to do lets another one look. */
  private void work() {
    try {
      AtProvider one = due.take(name, clock.instant());
      while (one != null) {
        open();
        ask(one);
        one = threads.isShutdown() ? null : due.take(name, clock.instant());
      }
    } finally {
      room.release();
    }
  }

  private void ask(AtProvider one) {
    try {
      PaymentProvider provider = providers.find(name);
      if (provider == null) {
        LOG.error(
            "Refund {} is due at provider {}, which is not set up", one.refund().refundId(), name);
        due.asked(one, clock.instant());
        return;
      }
      boolean isPaid = provider.refund(one.refund());
      due.asked(one, clock.instant());
      if (isPaid) {
        news.record(
            name,
            new PaymentNotification.RefundPaid(one.refund().orderId(), one.refund().refundId()));
      }
    } catch (ProviderUnavailable unavailable) {
      due.missed(one, clock.instant());
      warn(one, unavailable);
    } catch (DataAccessException | LaneFull | StoreUnavailable unavailable) {
      warn(one, unavailable);
    } catch (RuntimeException defect) {
      due.asked(one, clock.instant());
      LOG.error("Expected refund {} to be taken, but it was not", one.refund().refundId(), defect);
    }
  }

  private void warn(AtProvider one, @Nullable Exception unavailable) {
    if (!threads.isShutdown()) {
      LOG.warn(
          "Refund {} was not taken; it is asked for again", one.refund().refundId(), unavailable);
    }
  }
}
