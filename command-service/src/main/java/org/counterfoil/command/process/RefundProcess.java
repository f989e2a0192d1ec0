package org.counterfoil.command.process;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.counterfoil.command.lane.LogFollower;
import org.counterfoil.command.payment.PaymentProviders;
import org.counterfoil.command.payment.ProviderNews;
import org.counterfoil.domain.order.ProviderName;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.eventstore.log.EventTail;

/**
 * Follows every refund that is due to its end (I8): asks the provider for it until the provider
 * confirms it, by a notification or when it is asked. Asking again is safe, providers know a refund
 * by its id. Refunds of money that was taken at the counter are paid there.
 */
final class RefundProcess extends LogFollower implements AutoCloseable {

  private static final int PAGE = 500;

  private final RefundLog log;
  private final PaymentProviders providers;
  private final ProviderNews news;
  private final Clock clock;
  private final RefundsDue due = new RefundsDue();
  private final OwedRefunds owed = new OwedRefunds();
  private final Map<ProviderName, RefundDesk> desks = new HashMap<>();
  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("refunds-", 0).factory());
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

  /** How far the refunds of a cancelled performance are paid, as far as the log was followed. */
  OwedRefunds.Tally owedFor(PerformanceId performance) {
    return owed.of(performance);
  }

  @Override
  protected void round() {
    follow();
    for (ProviderName provider : due.providers()) {
      desks
          .computeIfAbsent(
              provider, name -> new RefundDesk(name, due, providers, news, clock, threads))
          .open();
    }
  }

  private void follow() {
    List<RefundLog.Entry> page;
    do {
      page = log.after(seen, PAGE);
      for (RefundLog.Entry entry : page) {
        due.follow(entry.event());
        owed.follow(entry.event());
        seen = entry.position();
      }
    } while (page.size() == PAGE);
  }

  /** Calls that are under way are interrupted: they are made again after the next start. */
  @Override
  public void close() {
    threads.shutdownNow();
  }
}
