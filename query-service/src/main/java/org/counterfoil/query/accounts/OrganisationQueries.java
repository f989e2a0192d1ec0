package org.counterfoil.query.accounts;

import java.util.List;
import org.counterfoil.domain.organisation.OrganisationId;

/** Settings of an organisation that its books follow. */
final class OrganisationQueries {

  private final BooksSnapshot snapshot;

  OrganisationQueries(BooksSnapshot snapshot) {
    this.snapshot = snapshot;
  }

  /** Of one that exists, which {@link BooksReads} makes sure of. */
  OrganisationRow get(OrganisationId id) {
    return snapshot.read(
        tables ->
            new BookRows(tables)
                .read("organisation", "organisation_id", List.of(id), OrganisationRow.class)
                .getFirst());
  }
}
