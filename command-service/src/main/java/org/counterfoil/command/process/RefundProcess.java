package org.counterfoil.command.process;

import java.time.Clock;
import java.util.List;
import org.counterfoil.command.lane.LaneFull;
import org.counterfoil.command.lane.LogFollower;
import org.counterfoil.command.lane.StoreUnavailable;
import org.counterfoil.command.payment.PaymentNotification;
import org.counterfoil.command.payment.PaymentProvider;
import org.counterfoil.command.payment.PaymentProviders;
import org.counterfoil.command.payment.ProviderNews;
import org.counterfoil.command.payment.ProviderUnavailable;
import org.counterfoil.eventstore.log.EventTail;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * Follows every refund that is due to its end (I8): asks the provider for it until the provider
 * confirms it, by a notification or when it is asked. Asking again is safe, providers know a refund
 * by its id. Refunds of money that was taken at the counter are paid there.
 */
final class RefundProcess extends LogFollower {

  private static final Logger LOG = LoggerFactory.getLogger(RefundProcess.class);
  private static final int PAGE = 500;

  private final RefundLog log;
  private final PaymentProviders providers;
  private final ProviderNews news;
  private final Clock clock;
  private final RefundsDue due = new RefundsDue();
  private long seen = -1;

  RefundProcess(
      RefundLog log, EventTail tail, PaymentProviders providers, ProviderNews news, Clock clock) {
    super("refunds", tail);
    this.log = log;
    this.providers = providers;
    this.news = news;
    this.clock = clock;
  }

  /** How many refunds are due and not confirmed. */
  int dueCount() {
    return due.count();
  }

  @Override
  protected void round() {
    follow();
    due.take(clock.instant()).forEach(this::ask);
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
