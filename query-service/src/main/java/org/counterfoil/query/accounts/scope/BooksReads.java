package org.counterfoil.query.accounts.scope;

import java.util.List;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.organisation.OrganisationRejection;
import org.counterfoil.http.access.Access;
import org.counterfoil.http.position.MinPosition;
import org.counterfoil.http.problem.Problem;
import org.counterfoil.query.live.AsOf;
import org.counterfoil.query.live.ReadPosition;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Waits until an organisation's books are as new as a caller asks. */
final class BooksReads {

  private final ReadPosition position;
  private final JdbcClient tables;

  BooksReads(ReadPosition position, JdbcClient tables) {
    this.position = position;
    this.tables = tables;
  }

  /**
   * Lets in who may read the books, and answers the position that is reflected by what is read from
   * now on.
   */
  long reached(OrganisationId id, MinPosition min, AsOf asOf, Access access) {
    access.permit(id);
    long bound =
        asOf instanceof AsOf.Position past ? Math.max(min.value(), past.value()) : min.value();
    long reached = position.await(bound, List.of(id.toString()));
    if (!exists(id)) {
      throw Problem.refused(
              OrganisationRejection.UNKNOWN_ORGANISATION,
              "Expected an organisation, but there is none with id " + id)
          .exception();
    }
    return reached;
  }

  private boolean exists(OrganisationId id) {
    return tables
        .sql("select exists (select 1 from accounts.organisation where organisation_id = ?)")
        .param(id.value())
        .query(Boolean.class)
        .single();
  }
}
