package org.counterfoil.command.accounting;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.counterfoil.command.lane.Answer;
import org.counterfoil.command.lane.LaneFull;
import org.counterfoil.command.lane.Lanes;
import org.counterfoil.command.lane.Outcome;
import org.counterfoil.command.lane.StoreUnavailable;
import org.counterfoil.command.lane.Submission;
import org.counterfoil.domain.Actor;
import org.counterfoil.domain.accounting.AccountingCommand;
import org.counterfoil.domain.accounting.AccountingCommand.SealClosing;
import org.counterfoil.domain.accounting.AccountingCommand.StartClosing;
import org.counterfoil.domain.accounting.BooksOverview;
import org.counterfoil.domain.accounting.ClosingsDue;
import org.counterfoil.domain.accounting.FoundTotals;
import org.counterfoil.domain.accounting.OpenBooks;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Closes what is over, and seals what was closed with the totals that the books found at the cut.
 * It keeps no state: what is open is asked for each time, and whoever is late or asks twice is
 * refused by the decider, so that any number of processes may do it.
 */
final class ClosingProcess implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(ClosingProcess.class);
  private static final long WAIT_MILLIS = 1_000;

  private final BooksOverview books;
  private final Lanes lanes;
  private final Supplier<UUID> ids;
  private final Clock clock;
  private CountDownLatch stopping = new CountDownLatch(0);

  ClosingProcess(BooksOverview books, Lanes lanes, Supplier<UUID> ids, Clock clock) {
    this.books = books;
    this.lanes = lanes;
    this.ids = ids;
    this.clock = clock;
  }

  @Override
  public void start() {
    stopping = new CountDownLatch(1);
    Thread.ofPlatform().name("closings").start(this::run);
  }

  @Override
  public void stop() {
    stopping.countDown();
  }

  @Override
  public boolean isRunning() {
    return stopping.getCount() > 0;
  }

  private void run() {
    try {
      do {
        try {
          once();
        } catch (DataAccessException
            | TransactionException
            | LaneFull
            | StoreUnavailable
            | BooksUnreachable e) {
          LOG.warn("Books could not be closed; trying again", e);
        }
      } while (!stopping.await(WAIT_MILLIS, TimeUnit.MILLISECONDS));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /** Seals and closes what there is now. */
  void once() {
    for (FoundTotals found : books.unsealed()) {
      submit(new SealClosing(found.organisationId(), found.number(), found.cut(), found.totals()));
    }
    Instant now = clock.instant();
    for (OpenBooks open : books.all()) {
      for (ClosingsDue.Due due : ClosingsDue.of(open, now)) {
        submit(start(open, due));
      }
    }
  }

  private static StartClosing start(OpenBooks open, ClosingsDue.Due due) {
    LocalDate unfinished = open.unfinishedSince();
    return new StartClosing(
        open.organisationId(),
        due.kind(),
        due.date(),
        open.calendar(),
        open.openedOn(),
        unfinished,
        true);
  }

  /** A refusal is the answer to who is late: the books asked were behind. */
  private void submit(AccountingCommand command) {
    Outcome outcome =
        lanes.submit(
            new Submission(command, Actor.SYSTEM, ids.get(), events -> new Answer(204, ""), null));
    if (outcome instanceof Outcome.Refused refused) {
      LOG.debug("Not closed: {} {}", refused.code(), refused.detail());
    }
  }
}
