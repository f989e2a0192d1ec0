package org.counterfoil.eventstore.check;

import static org.counterfoil.eventstore.check.WrittenNames.PERFORMANCE;
import static org.counterfoil.eventstore.check.WrittenNames.THEATRE;

import java.time.Instant;
import java.util.UUID;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.accounting.AccountingCommand;
import org.counterfoil.domain.accounting.AccountingEvent;
import org.counterfoil.domain.order.OrderEvent;

/** Adds events to a log that is written by hand, each to the stream that it is of. */
interface Writing<L> {

  /** When what comes next is recorded. */
  Instant now();

  /** Adds one to a stream. */
  L write(UUID stream, Event event);

  default L books(AccountingEvent event) {
    return write(AccountingCommand.booksOf(THEATRE), event);
  }

  default L seats(Event event) {
    return write(PERFORMANCE.value(), event);
  }

  default L money(OrderEvent event) {
    return write(event.orderId().value(), event);
  }
}
