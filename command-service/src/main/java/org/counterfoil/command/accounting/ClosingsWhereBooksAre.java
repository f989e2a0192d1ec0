package org.counterfoil.command.accounting;

import java.util.function.Function;
import org.counterfoil.domain.accounting.BooksOverview;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;

/** Starts the process of closings where somebody keeps books, and nothing elsewhere. */
final class ClosingsWhereBooksAre implements SmartLifecycle {

  private final ObjectProvider<BooksOverview> books;
  private final Function<BooksOverview, ClosingProcess> closings;
  private @Nullable ClosingProcess running;

  ClosingsWhereBooksAre(
      ObjectProvider<BooksOverview> books, Function<BooksOverview, ClosingProcess> closings) {
    this.books = books;
    this.closings = closings;
  }

  @Override
  public synchronized void start() {
    BooksOverview overview = books.getIfAvailable();
    if (overview != null) {
      ClosingProcess process = closings.apply(overview);
      process.start();
      running = process;
    }
  }

  @Override
  public synchronized void stop() {
    if (running != null) {
      running.stop();
      running = null;
    }
  }

  @Override
  public synchronized boolean isRunning() {
    return running != null;
  }
}
