package org.counterfoil.eventstore.log;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Knows the log's last position, a moment after each commit. One connection listens for what
 * appending announces; it is made anew where it breaks, and every few seconds the position is read
 * as well, so that a lost announcement costs seconds and not the event.
 */
public final class EventTail implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(EventTail.class);

  /** PostgreSQL's channel on which the engine announces the last position of each append. */
  public static final String CHANNEL = "counterfoil_log";

  private static final Duration USUAL_POLL = Duration.ofSeconds(2);

  /** How soon the listening thread sees that it is to end; it gives its connection back then. */
  private static final Duration AT_ONCE = Duration.ofMillis(100);

  private static final Duration RECONNECT_PAUSE = Duration.ofMillis(250);

  private final DataSource dataSource;
  private final Duration poll;
  private final List<LongConsumer> listeners = new CopyOnWriteArrayList<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition advanced = lock.newCondition();
  private final Thread listener;
  private volatile long last = -1;
  private volatile boolean isClosed;
  private volatile @Nullable Connection connection;

  private EventTail(DataSource dataSource, Duration poll) {
    this.dataSource = dataSource;
    this.poll = poll;
    this.listener = Thread.ofPlatform().daemon().name("event-tail").unstarted(this::run);
  }

  /**
   * Begins to listen.
   *
   * @param dataSource gives the one connection that is kept; reader or writer
   */
  public static EventTail start(DataSource dataSource) {
    return start(dataSource, USUAL_POLL);
  }

  /** Begins to listen, and reads the position at least this often. */
  static EventTail start(DataSource dataSource, Duration poll) {
    EventTail tail = new EventTail(dataSource, poll);
    tail.listener.start();
    return tail;
  }

  /** The last position known here; -1 where the log is empty or was not reached yet. */
  public long lastPosition() {
    return last;
  }

  /**
   * Calls {@code listener} with the last position whenever it grows; several commits may be told as
   * one. Called on the listening thread: MUST be quick.
   */
  public void onAppend(LongConsumer listener) {
    listeners.add(listener);
  }

  /**
   * Waits until there is an event after {@code position}.
   *
   * @return whether there is one; false once the time is over or the tail closed
   */
  public boolean awaitBeyond(long position, Duration atMost) throws InterruptedException {
    long nanos = atMost.toNanos();
    lock.lock();
    try {
      while (last <= position && !isClosed && nanos > 0) {
        nanos = advanced.awaitNanos(nanos);
      }
      return last > position;
    } finally {
      lock.unlock();
    }
  }

  /** Stops listening, and wakes who waits. */
  @Override
  public void close() {
    isClosed = true;
    wake(last);
    listener.interrupt();
    try {
      if (!listener.join(AT_ONCE.multipliedBy(4))) {
        breakOff();
        listener.join(poll);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** A connection that answers no more would keep us waiting. */
  private void breakOff() {
    Connection open = connection;
    try {
      if (open != null) {
        open.abort(Runnable::run);
      }
    } catch (SQLException e) {
      LOG.warn("Expected the listening connection to end, but it did not", e);
    }
  }

  private void run() {
    boolean isLost = false;
    while (!isClosed) {
      try (Connection open = dataSource.getConnection();
          Statement statement = open.createStatement()) {
        connection = open;
        open.setAutoCommit(true);
        statement.execute("listen " + CHANNEL);
        if (isLost) {
          LOG.info("Listening to the log again");
          isLost = false;
        }
        follow(open.unwrap(PGConnection.class), statement);
        statement.execute("unlisten " + CHANNEL); // a pool may give the connection to others
      } catch (SQLException e) {
        if (!isClosed && !isLost) {
          LOG.warn("Lost the connection that listens to the log, trying again", e);
          isLost = true;
        }
      } finally {
        connection = null;
      }
      pause(isLost);
    }
  }

  private void follow(PGConnection listening, Statement statement) throws SQLException {
    while (!isClosed) {
      advanceTo(lastPosition(statement));
      Duration quiet = Duration.ZERO;
      while (!isClosed && quiet.compareTo(poll) < 0) {
        PGNotification[] heard = listening.getNotifications(Math.toIntExact(AT_ONCE.toMillis()));
        if (heard != null && heard.length > 0) {
          advanceTo(Long.parseLong(heard[heard.length - 1].getParameter()));
          quiet = Duration.ZERO;
        } else {
          quiet = quiet.plus(AT_ONCE);
        }
      }
    }
  }

  private static long lastPosition(Statement statement) throws SQLException {
    try (ResultSet row =
        statement.executeQuery("select coalesce(max(position), -1) from log.event")) {
      row.next();
      return row.getLong(1);
    }
  }

  private void advanceTo(long position) {
    if (position <= last) {
      return;
    }
    wake(position);
    for (LongConsumer each : listeners) {
      try {
        each.accept(position);
      } catch (RuntimeException e) {
        LOG.error("Expected a listener to take position {}, but it failed", position, e);
      }
    }
  }

  private void wake(long position) {
    lock.lock();
    try {
      last = position;
      advanced.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private static void pause(boolean isLost) {
    if (isLost) {
      try {
        TimeUnit.MILLISECONDS.sleep(RECONNECT_PAUSE.toMillis());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt(); // by close(), which the loop looks for
      }
    }
  }
}
