package org.counterfoil.embedded;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps PostgreSQL running for as long as the JVM wants it: when it dies, starts it again on the
 * same port. The first restart follows at once; when it keeps dying, the pauses double up to a
 * bound. It never gives up, because a full disk may be made free again.
 */
final class Supervisor implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Supervisor.class);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

  /** Having run this long, a server's next death counts as a first one. */
  private static final Duration STABLE = Duration.ofMinutes(1);

  private static final Duration JOIN_WITHIN = Duration.ofSeconds(60);

  private final Server server;
  private final int port;
  private final Superuser superuser;
  private final RestartListener listener;
  private final AtomicInteger restarts = new AtomicInteger();
  private final Closing closing;
  private final Thread thread;
  private volatile ServerProcess process;
  private Duration pause = Duration.ZERO;

  private Supervisor(
      Server server,
      int port,
      Superuser superuser,
      RestartListener listener,
      Closing closing,
      ServerProcess process) {
    this.server = server;
    this.port = port;
    this.superuser = superuser;
    this.listener = listener;
    this.closing = closing;
    this.process = process;
    this.thread = Thread.ofPlatform().name("postgres-supervisor").daemon().unstarted(this::watch);
  }

  /**
   * Starts the server and watches it from then on.
   *
   * @throws EmbeddedServerException if this first start fails; nothing is left running then
   */
  static Supervisor start(Server server, int port, Superuser superuser, RestartListener listener) {
    return start(server, port, superuser, listener, new Closing());
  }

  static Supervisor start(
      Server server, int port, Superuser superuser, RestartListener listener, Closing closing) {
    ServerProcess process = server.launch(server.prepareFirst(port));
    try {
      server.awaitReady(process, superuser, () -> false);
    } catch (RuntimeException e) {
      server.stop(process);
      throw e;
    }
    Supervisor supervisor = new Supervisor(server, port, superuser, listener, closing, process);
    supervisor.thread.start();
    return supervisor;
  }

  long pid() {
    return process.pid();
  }

  int restarts() {
    return restarts.get();
  }

  private void watch() {
    try {
      while (!closing.isBegun()) {
        long started = System.nanoTime();
        int status = process.awaitEnd();
        if (closing.isBegun()) {
          return;
        }
        log.warn("PostgreSQL (process {}) died with status {}; restarting it", pid(), status);
        if (System.nanoTime() - started > STABLE.toNanos()) {
          pause = Duration.ZERO;
        }
        tell(() -> listener.died(status));
        restart();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // nobody but this class knows the thread
    }
  }

  private void restart() throws InterruptedException {
    while (!closing.hasBegunWithin(pause)) {
      pause = longer(pause);
      try {
        List<String> command = server.prepareAgain(port);
        if (!closing.launch(() -> process = server.launch(command))) {
          return;
        }
        server.awaitReady(process, superuser, closing::isBegun);
        if (!closing.isBegun()) {
          int count = restarts.incrementAndGet();
          log.info("PostgreSQL is back on port {} (process {})", port, pid());
          tell(() -> listener.restarted(count));
        }
        return;
      } catch (RuntimeException e) {
        if (!closing.isBegun()) {
          log.warn("PostgreSQL could not be restarted; next attempt in {}", pause, e);
        }
      }
    }
  }

  private static Duration longer(Duration pause) {
    if (pause.isZero()) {
      return FIRST_PAUSE;
    }
    Duration doubled = pause.multipliedBy(2);
    return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
  }

  /** A listener's failure must not end the supervision. */
  private static void tell(Runnable call) {
    try {
      call.run();
    } catch (RuntimeException e) {
      log.warn("A listener to PostgreSQL's restarts failed", e);
    }
  }

  /** Stops watching, then the server; within about a minute, however it stands. */
  @Override
  public void close() {
    closing.begin();
    server.stop(process);
    if (Thread.currentThread() != thread) {
      awaitEndOfThread();
    }
  }

  private void awaitEndOfThread() {
    try {
      if (!thread.join(JOIN_WITHIN)) {
        log.warn("The supervisor of PostgreSQL has not ended within {}", JOIN_WITHIN);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
