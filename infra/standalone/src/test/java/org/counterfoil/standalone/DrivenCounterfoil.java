package org.counterfoil.standalone;

import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import org.counterfoil.eventstore.time.DrivenClock;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/**
 * The whole of Counterfoil in this JVM, so that days can pass: its clock stands where a test puts
 * it. One for all tests of the JVM, which ends it; each makes organisations of its own. A test that
 * lets so much time pass that others would not find theirs has one of its own.
 */
final class DrivenCounterfoil implements AutoCloseable {

  private static final class Shared {
    static final DrivenCounterfoil RUNNING = new DrivenCounterfoil();
  }

  /** Before anything is there whose days would have to be closed until then. */
  private static final Instant BEGINNING = Instant.parse("2041-12-27T09:00:00Z");

  private final ConfigurableApplicationContext context;
  private final DrivenClock clock;
  private final Shop shop;

  private DrivenCounterfoil() {
    this.context =
        Standalone.start(
            "--server.port=0",
            "--counterfoil.demonstration=false",
            "--COUNTERFOIL_ADMIN_TOKEN=" + RunningProcess.TOKEN,
            "--counterfoil.data=" + Path.of("target", "driven-" + UUID.randomUUID()));
    this.clock = context.getBean(DrivenClock.class);
    clock.driveTo(BEGINNING);
    this.shop =
        new Shop(
            context
                .getBean(Environment.class)
                .getRequiredProperty("local.server.port", Integer.class));
  }

  static DrivenCounterfoil ofItsOwn() {
    return new DrivenCounterfoil();
  }

  static DrivenCounterfoil running() {
    return Shared.RUNNING;
  }

  Shop shop() {
    return shop;
  }

  /** Puts the clock there, where it stands; only ever forward, as time goes. */
  void driveTo(Instant instant) {
    if (instant.isBefore(clock.instant())) {
      throw new IllegalArgumentException(
          "Expected a time after " + clock.instant() + ", but it is " + instant);
    }
    clock.driveTo(instant);
  }

  @Override
  public void close() {
    context.close();
  }

  Instant now() {
    return clock.instant();
  }
}
