package org.counterfoil.domain.privacy.audit;

import java.util.UUID;
import org.counterfoil.domain.Command;

/** Commands about readings of what is recorded about personal data. */
public sealed interface AuditCommand extends Command {

  AuditReadingId readingId();

  @Override
  default UUID laneKey() {
    return readingId().value();
  }

  /** Records that somebody is about to read; repeating it changes nothing. */
  record ReadAudit(AuditReadingId readingId, AuditReading reading) implements AuditCommand {}
}
