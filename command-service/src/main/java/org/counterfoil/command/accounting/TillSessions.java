package org.counterfoil.command.accounting;

import java.util.Optional;
import org.counterfoil.domain.accounting.AccountingCommand;
import org.counterfoil.domain.accounting.TillEvent.TillOpened;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.eventstore.log.EventLog;

/** Finds out when a till session began, and whose it is. */
final class TillSessions {

  /**
   * A session's beginning.
   *
   * @param position of its event
   */
  record Beginning(TillOpened opened, long position) {}

  private final EventLog log;

  TillSessions(EventLog log) {
    this.log = log;
  }

  /** The beginning of a session; nothing where there is none of that number. */
  Optional<Beginning> find(OrganisationId organisation, int session) {
    return log.readStream(AccountingCommand.booksOf(organisation)).stream()
        .filter(
            recorded ->
                recorded.envelope().payload() instanceof TillOpened opened
                    && opened.session() == session)
        .findFirst()
        .map(
            recorded ->
                new Beginning((TillOpened) recorded.envelope().payload(), recorded.position()));
  }
}
