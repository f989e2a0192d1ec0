package org.counterfoil.query.accounts;

import static org.counterfoil.domain.access.Role.ACCOUNTANT;
import static org.counterfoil.domain.access.Role.ADMIN;
import static org.counterfoil.domain.access.Role.AUDITOR;
import static org.counterfoil.domain.access.Role.BOX_OFFICE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import org.counterfoil.http.access.AccessTable;
import org.counterfoil.http.access.Route;

/** Who may read the books. */
final class AccountsAccess {

  private static final String BOOKS = "/api/v1/accounting/{organisationId}";

  private static final String PAGES = "/organisations/{organisationId}/accounts";

  /** A year of a large house. */
  private static final long CHECKED_BYTES = 64L << 20;

  private AccountsAccess() {}

  static AccessTable table() {
    return AccessTable.of(
        of(BOOKS + "/journal"),
        of(BOOKS + "/trial-balance"),
        of(BOOKS + "/vat"),
        of(BOOKS + "/ledgers"),
        of(BOOKS + "/operations"),
        of(BOOKS + "/revenue"),
        of(BOOKS + "/reports/{name}.csv"),
        of(BOOKS + "/reports/{name}.xlsx"),
        of(BOOKS + "/datev"),
        of(BOOKS + "/closings"),
        of(BOOKS + "/closings/{number}.pdf"),
        of(BOOKS + "/closings/{number}.zip"),
        of(BOOKS + "/show-tax"),
        of(BOOKS + "/invoices"),
        of(BOOKS + "/invoices/{number}"),
        of(BOOKS + "/invoices/{number}.pdf"),
        of(BOOKS + "/till-sessions"),
        of(BOOKS + "/agents"),
        Route.rolesIn(
            "organisationId", GET, BOOKS + "/vouchers", ACCOUNTANT, ADMIN, AUDITOR, BOX_OFFICE),
        Route.rolesIn(
            "organisationId", GET, BOOKS + "/passes", ACCOUNTANT, ADMIN, AUDITOR, BOX_OFFICE),
        of(BOOKS + "/payouts"),
        of(BOOKS + "/payouts/outstanding"),
        of(BOOKS + "/chart"),
        of(BOOKS + "/fec"),
        of(BOOKS + "/fec/description"),
        Route.rolesIn("organisationId", POST, BOOKS + "/fec/check", ACCOUNTANT, ADMIN)
            .withBodyUpTo(CHECKED_BYTES),
        of(BOOKS + "/statements-of-receipts"),
        of(BOOKS + "/statements-of-receipts.pdf"),
        of(BOOKS + "/settlements/{performanceId}"),
        Route.platform(GET, "/api/v1/operations/books"),
        Route.platform(GET, "/api/v1/operations/books/{organisationId}"),
        Route.platform(GET, "/api/v1/operations/books/{organisationId}/cash"),
        of(PAGES),
        of(PAGES + "/journal"),
        of(PAGES + "/operations/{number}"),
        of(PAGES + "/closings"),
        of(PAGES + "/statements"),
        of(PAGES + "/settlements/{performanceId}"),
        of(PAGES + "/revenue"),
        of(PAGES + "/orders/{orderId}"),
        of(PAGES + "/invoices"),
        of(PAGES + "/tills"),
        of(PAGES + "/vouchers"),
        of(PAGES + "/agents"),
        of(PAGES + "/passes"),
        of(PAGES + "/payouts"),
        of(PAGES + "/show-tax"),
        of(PAGES + "/tickets/{ticketId}"));
  }

  private static Route of(String pattern) {
    return Route.rolesIn("organisationId", GET, pattern, ACCOUNTANT, ADMIN, AUDITOR);
  }
}
