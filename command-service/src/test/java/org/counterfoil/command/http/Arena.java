package org.counterfoil.command.http;

/** An organisation with a hall and a production, at which performances are raced for. */
final class Arena {

  private final Api admin;
  private final String organisation;
  private final String venue;
  private final String plan;
  private final String production;

  /**
   * Opens it.
   *
   * @param plan the seating plan, as JSON
   */
  Arena(Api admin, String plan) {
    this.admin = admin;
    this.organisation =
        admin
            .post(
                "/organisations",
                """
                {"name":"Arène","legalName":"Arène","country":"FR","currency":"EUR",
                 "timeZone":"Europe/Paris"}
                """)
            .expecting(201)
            .text("/organisationId");
    this.venue =
        admin
            .post(
                "/venues",
                """
                {"organisationId":"%s","name":"Arène","address":"1 quai","timeZone":"Europe/Paris"}
                """
                    .formatted(organisation))
            .expecting(201)
            .text("/venueId");
    this.plan =
        admin
            .post("/venues/" + venue + "/seating-plans", plan)
            .expecting(201)
            .text("/seatingPlanId");
    this.production =
        admin
            .post(
                "/productions",
                "{\"organisationId\":\"%s\",\"title\":\"Finale\",\"genre\":\"Sport\"}"
                    .formatted(organisation))
            .expecting(201)
            .text("/productionId");
  }

  String organisation() {
    return organisation;
  }

  /**
   * A performance that is on sale.
   *
   * @param prices the price list, as JSON
   */
  String schedule(String startsAt, String prices) {
    String performance =
        admin
            .post(
                "/performances",
                """
                {"productionId":"%s","venueId":"%s","seatingPlanId":"%s",
                 "startsAt":"%s","priceList":%s}
                """
                    .formatted(production, venue, plan, startsAt, prices))
            .expecting(201)
            .text("/performanceId");
    admin.post("/performances/" + performance + "/onsale", "{}").expecting(202);
    return performance;
  }
}
