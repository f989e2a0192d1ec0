package org.counterfoil.command.privacy.vault;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import org.counterfoil.domain.privacy.register.PersonalField;
import org.counterfoil.domain.privacy.subject.DataSubject;
import org.counterfoil.domain.privacy.subject.DataSubject.KeptField;
import org.counterfoil.domain.privacy.subject.SubjectDecider;
import org.counterfoil.domain.privacy.subject.SubjectEvent;
import org.counterfoil.domain.privacy.subject.SubjectEvent.ObjectionMade;
import org.counterfoil.eventstore.log.EventLog;
import org.counterfoil.eventstore.log.RecordedEvent;
import org.counterfoil.vault.DataKeyName;
import org.counterfoil.vault.PersonalValue;
import org.counterfoil.vault.Suppressions;
import org.counterfoil.vault.Vault;
import org.counterfoil.vault.VaultDamaged;

/**
 * Marks the addresses of those who objected to marketing, as their objections did: the marks of an
 * older vault that was restored end where it does. It MUST be done before any key is destroyed,
 * because whoever objected and was erased is there for the last time.
 */
final class ObjectedAgain {

  private static final SubjectDecider DECIDER = new SubjectDecider();
  private static final int PAGE = 1_000;

  /** An instant before it was recorded, as a no that is said while an address is told. */
  private static final Duration BEFORE = Duration.of(1, ChronoUnit.MICROS);

  private final EventLog log;
  private final Function<Vault, Suppressions> suppressions;

  ObjectedAgain(EventLog log, Function<Vault, Suppressions> suppressions) {
    this.log = log;
    this.suppressions = suppressions;
  }

  /** Answers how many addresses were marked for objections after a position. */
  int after(long start, Vault vault) {
    int marked = 0;
    long position = start;
    List<RecordedEvent> page;
    do {
      page = log.readObjections(position, PAGE);
      for (RecordedEvent recorded : page) {
        position = recorded.position();
        if (recorded.envelope().payload() instanceof ObjectionMade made && made.isAbsolute()) {
          marked += mark(made, position, vault);
        }
      }
    } while (page.size() == PAGE);
    return marked;
  }

  private int mark(ObjectionMade made, long position, Vault vault) {
    int marked = 0;
    for (KeptField kept : before(made, position).fields()) {
      if (kept.field() == PersonalField.EMAIL && mark(made, kept, vault)) {
        marked++;
      }
    }
    return marked;
  }

  /** A value that is no longer there was marked when it was, or came after the backup. */
  private boolean mark(ObjectionMade made, KeptField kept, Vault vault) {
    DataKeyName key =
        new DataKeyName(kept.keyId(), made.organisationId(), made.subjectId(), kept.purpose());
    PersonalValue address;
    try {
      address = vault.open(kept.captureId(), key, kept.field());
    } catch (VaultDamaged gone) {
      return false;
    }
    Instant at = made.at().minus(BEFORE);
    suppressions.apply(vault).add(made.organisationId(), PersonalField.EMAIL, address, at);
    return true;
  }

  /** The person as it was when it objected. */
  private DataSubject before(ObjectionMade made, long position) {
    DataSubject then = new DataSubject();
    log.readStream(made.subjectId().value()).stream()
        .filter(recorded -> recorded.position() <= position)
        .forEach(recorded -> DECIDER.evolve(then, (SubjectEvent) recorded.envelope().payload()));
    return then;
  }
}
