package org.counterfoil.query.audit;

import static org.counterfoil.domain.access.Role.ADMIN;
import static org.counterfoil.domain.access.Role.DPO;
import static org.springframework.http.HttpMethod.GET;

import org.counterfoil.http.access.AccessTable;
import org.counterfoil.http.access.Route;

/** Who may read what is recorded about personal data: not who reads the books. */
final class AuditAccess {

  private static final String PRIVACY = "/api/v1/privacy/{organisationId}";

  private static final String PAGES = "/organisations/{organisationId}/privacy";

  private AuditAccess() {}

  static AccessTable table() {
    return AccessTable.of(
        Route.platform(GET, "/api/v1/privacy/register"),
        of(PRIVACY + "/register"),
        of(PRIVACY + "/data-map"),
        of(PRIVACY + "/captures"),
        of(PRIVACY + "/disclosures"),
        of(PRIVACY + "/retention/due"),
        of(PRIVACY + "/retention/ended"),
        of(PRIVACY + "/requests"),
        of(PRIVACY + "/imports"),
        of(PRIVACY + "/breach"),
        of(PRIVACY + "/reports/register.csv"),
        of(PRIVACY + "/reports/register.xlsx"),
        of(PRIVACY + "/reports/disclosures.csv"),
        of(PRIVACY + "/reports/disclosures.xlsx"),
        of(PRIVACY + "/subjects/{subjectId}/timeline"),
        of(PRIVACY + "/subjects/{subjectId}/consents"),
        of(PRIVACY + "/subjects/{subjectId}/consents/{purpose}/record"),
        Route.platform(GET, "/operations/register"),
        of(PAGES),
        of(PAGES + "/register"),
        of(PAGES + "/person"),
        of(PAGES + "/subjects/{subjectId}"),
        of(PAGES + "/subjects/{subjectId}/consents"),
        of(PAGES + "/subjects/{subjectId}/erasures/{position}"),
        of(PAGES + "/captures"),
        of(PAGES + "/disclosures"),
        of(PAGES + "/retention"),
        of(PAGES + "/requests"),
        of(PAGES + "/imports"),
        of(PAGES + "/breach"));
  }

  private static Route of(String pattern) {
    return Route.rolesIn("organisationId", GET, pattern, DPO, ADMIN);
  }
}
