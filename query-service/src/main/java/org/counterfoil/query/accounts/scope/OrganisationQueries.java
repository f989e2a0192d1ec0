package org.counterfoil.query.accounts.scope;

import java.util.List;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.query.accounts.posting.BookRows;
import org.counterfoil.query.accounts.posting.OrganisationRow;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Settings of an organisation that its books follow. */
public final class OrganisationQueries {

  private final BooksSnapshot snapshot;

  OrganisationQueries(BooksSnapshot snapshot) {
    this.snapshot = snapshot;
  }

  /** Of one that exists, which {@link BooksReads} makes sure of. */
  public OrganisationRow get(OrganisationId id) {
    return snapshot.read(
        tables ->
            new BookRows(tables)
                .read("organisation", "organisation_id", List.of(id), OrganisationRow.class)
                .getFirst());
  }

  /** In which its amounts are; within a read of the {@link BooksSnapshot}. */
  public static String currency(JdbcClient tables, OrganisationId id) {
    return tables
        .sql("select currency from organisation where organisation_id = ?")
        .param(id.value())
        .query(String.class)
        .single();
  }
}
