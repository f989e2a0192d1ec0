package org.counterfoil.command.process;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.counterfoil.command.lane.LaneFull;
import org.counterfoil.command.lane.StoreUnavailable;
import org.counterfoil.command.payment.PaymentNotification;
import org.counterfoil.command.payment.PaymentProvider;
import org.counterfoil.command.payment.PaymentProviders;
import org.counterfoil.command.payment.ProviderNews;
import org.counterfoil.command.payment.ProviderUnavailable;
import org.counterfoil.eventstore.log.EventTail;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;

/**
 * Follows every refund that is due to its end (I8): asks the provider for it until the provider
 * confirms it, by a notification or when it is asked. Asking again is safe, providers know a refund
 * by its id. Refunds of money that was taken at the counter are paid there.
 */
final class RefundProcess implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(RefundProcess.class);
  private static final Duration WAIT = Duration.ofSeconds(1);
  private static final int PAGE = 500;

  private final RefundLog log;
  private final EventTail tail;
  private final PaymentProviders providers;
  private final ProviderNews news;
  private final Clock clock;
  private final RefundsDue due = new RefundsDue();
  private long seen = -1;
  private volatile boolean isRunning;
  private volatile Thread worker = Thread.ofPlatform().unstarted(() -> {});

  RefundProcess(
      RefundLog log, EventTail tail, PaymentProviders providers, ProviderNews news, Clock clock) {
    this.log = log;
    this.tail = tail;
    this.providers = providers;
    this.news = news;
    this.clock = clock;
  }

  /** How many refunds are due and not confirmed. */
  int dueCount() {
    return due.count();
  }

  @Override
  public void start() {
    isRunning = true;
    worker = Thread.ofPlatform().name("refunds").start(this::run);
  }

  @Override
  public void stop() {
    isRunning = false;
    worker.interrupt();
  }

  @Override
  public boolean isRunning() {
    return isRunning;
  }

  private void run() {
    while (isRunning) {
      try {
        follow();
        due.take(clock.instant()).forEach(this::ask);
        tail.awaitBeyond(tail.lastPosition(), WAIT);
      } catch (DataAccessException failed) {
        LOG.warn("Refunds could not be read from the log; trying again", failed);
      } catch (InterruptedException stopped) {
        return;
      }
    }
  }

  private void follow() {
    List<RefundLog.Entry> page;
    do {
      page = log.after(seen, PAGE);
      for (RefundLog.Entry entry : page) {
        due.follow(entry.event());
        seen = entry.position();
      }
    } while (page.size() == PAGE);
  }

  private void ask(RefundsDue.AtProvider due) {
    PaymentProvider provider = providers.find(due.provider());
    if (provider == null) {
      LOG.error(
          "Refund {} is due at provider {}, which is not set up",
          due.refund().refundId(),
          due.provider());
      return;
    }
    try {
      if (provider.refund(due.refund())) {
        news.record(
            due.provider(),
            new PaymentNotification.RefundPaid(due.refund().orderId(), due.refund().refundId()));
      }
    } catch (ProviderUnavailable | DataAccessException | LaneFull | StoreUnavailable unavailable) {
      LOG.warn(
          "Refund {} was not taken; it is asked for again", due.refund().refundId(), unavailable);
    } catch (RuntimeException defect) {
      LOG.error("Expected refund {} to be taken, but it was not", due.refund().refundId(), defect);
    }
  }
}
