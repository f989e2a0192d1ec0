package org.counterfoil.command.aggregate;

import java.util.UUID;
import org.axonframework.modelling.command.AggregateRoot;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.accounting.AccountingDecider;
import org.counterfoil.domain.accounting.AccountingEvent;
import org.counterfoil.domain.accounting.Books;
import org.counterfoil.domain.organisation.OrganisationId;
import org.jspecify.annotations.Nullable;

/** The shell of an organisation's books. */
@AggregateRoot(type = BooksAggregate.TYPE)
public final class BooksAggregate extends Shell<Books> {

  static final String TYPE = "books";
  private static final AccountingDecider DECIDER = new AccountingDecider();

  public BooksAggregate(UUID id) {
    super(id, new Books());
  }

  @Override
  void evolve(Event event) {
    DECIDER.evolve(state(), (AccountingEvent) event);
  }

  @Override
  @Nullable OrganisationId organisationOf(Event event) {
    return ((AccountingEvent) event).organisationId();
  }
}
