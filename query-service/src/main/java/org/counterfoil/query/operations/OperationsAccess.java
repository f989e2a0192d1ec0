package org.counterfoil.query.operations;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import org.counterfoil.http.access.AccessTable;
import org.counterfoil.http.access.Route;

/** Running the process is the platform administrator's. */
final class OperationsAccess {

  private OperationsAccess() {}

  static AccessTable table() {
    return AccessTable.of(
        Route.platform(GET, "/api/v1/operations/projections"),
        Route.platform(GET, "/api/v1/operations/projections/stream"),
        Route.platform(GET, "/api/v1/operations/projections/{name}"),
        Route.platform(POST, "/api/v1/operations/projections/{name}/rebuild"),
        Route.platform(POST, "/api/v1/operations/projections/{name}/check"),
        Route.platform(GET, "/api/v1/operations/dead-letters"),
        Route.platform(POST, "/api/v1/operations/dead-letters/{name}/{position}/retry"),
        Route.platform(POST, "/api/v1/operations/dead-letters/{name}/{position}/discard"),
        Route.platform(GET, "/operations"),
        Route.platform(GET, "/operations/projections"));
  }
}
