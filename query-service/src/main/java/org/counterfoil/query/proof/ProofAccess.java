package org.counterfoil.query.proof;

import static org.counterfoil.domain.access.Role.ACCOUNTANT;
import static org.counterfoil.domain.access.Role.ADMIN;
import static org.counterfoil.domain.access.Role.AUDITOR;
import static org.counterfoil.domain.access.Role.BOX_OFFICE;
import static org.counterfoil.domain.access.Role.DPO;
import static org.counterfoil.domain.access.Role.ORGANISER;
import static org.springframework.http.HttpMethod.GET;

import org.counterfoil.http.access.AccessTable;
import org.counterfoil.http.access.Route;

/**
 * Hashes and signatures are everybody's: they tell nothing of what they are made of. Entries are
 * those of their organisation.
 */
final class ProofAccess {

  private ProofAccess() {}

  static AccessTable table() {
    return AccessTable.of(
        Route.open(GET, "/api/v1/log/checkpoint"),
        Route.open(GET, "/api/v1/log/keys"),
        Route.open(GET, "/api/v1/log/proofs/inclusion"),
        Route.open(GET, "/api/v1/log/proofs/consistency"),
        Route.open(GET, "/api/v1/log/tile/{level}/{*path}"),
        Route.roles(
            GET, "/api/v1/log/entries/{position}", ADMIN, ORGANISER, ACCOUNTANT, AUDITOR, DPO),
        Route.secret(
            GET,
            "/api/v1/tickets/{ticketId}/proof",
            ADMIN,
            ORGANISER,
            BOX_OFFICE,
            ACCOUNTANT,
            AUDITOR),
        Route.open(GET, "/proof"));
  }
}
