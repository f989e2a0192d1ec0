package org.counterfoil.command;

import static org.counterfoil.domain.access.Role.ACCOUNTANT;
import static org.counterfoil.domain.access.Role.ADMIN;
import static org.counterfoil.domain.access.Role.ADMISSION;
import static org.counterfoil.domain.access.Role.AUDITOR;
import static org.counterfoil.domain.access.Role.BOX_OFFICE;
import static org.counterfoil.domain.access.Role.CHANNEL;
import static org.counterfoil.domain.access.Role.DPO;
import static org.counterfoil.domain.access.Role.MAILER;
import static org.counterfoil.domain.access.Role.ORGANISER;
import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.PATCH;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import org.counterfoil.domain.access.Role;
import org.counterfoil.http.access.AccessTable;
import org.counterfoil.http.access.Route;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** Who may do what: one row for each route of the command service. */
@Configuration(proxyBeanMethods = false)
class CommandRoutes {

  private static final String V1 = "/api/v1";
  private static final String ORGANISATION = V1 + "/organisations/{organisationId}";

  /** A hash and a nonce, and some room. */
  private static final long JOIN_BYTES = 1_024;

  /** A file of 100,000 lines. */
  private static final long IMPORT_BYTES = 16L << 20;

  private static final String PERFORMANCE = V1 + "/performances/{performanceId}";

  @Bean
  AccessTable access() {
    return AccessTable.of(
        Route.open(GET, "/login/{link}"),
        Route.open(POST, "/login/{link}"),
        Route.open(POST, "/logout"),
        in(POST, ORGANISATION + "/api-tokens", ADMIN),
        in(GET, ORGANISATION + "/api-tokens", ADMIN),
        in(DELETE, ORGANISATION + "/api-tokens/{tokenId}", ADMIN),
        in(POST, ORGANISATION + "/login-links", ADMIN));
  }

  @Bean
  AccessTable settingUp() {
    return AccessTable.of(
        Route.platform(POST, V1 + "/organisations"),
        in(
            GET,
            ORGANISATION,
            ADMIN,
            ORGANISER,
            BOX_OFFICE,
            ACCOUNTANT,
            AUDITOR,
            DPO,
            ADMISSION,
            CHANNEL,
            MAILER),
        in(PUT, ORGANISATION + "/payment-methods", ADMIN, ACCOUNTANT),
        in(PUT, ORGANISATION + "/invoicing", ADMIN, ACCOUNTANT),
        in(PUT, ORGANISATION + "/principals", ADMIN),
        in(PUT, ORGANISATION + "/agents", ADMIN),
        in(PUT, ORGANISATION + "/voucher-terms", ADMIN, ACCOUNTANT),
        in(PUT, ORGANISATION + "/pass-offers", ADMIN, ACCOUNTANT),
        Route.open(GET, ORGANISATION + "/pass-offers"),
        Route.platform(POST, V1 + "/networks"),
        Route.platform(PUT, V1 + "/networks/{networkId}/organisations/{organisationId}"),
        Route.roles(POST, V1 + "/venues", ADMIN, ORGANISER),
        Route.open(GET, V1 + "/venues/{venueId}"),
        Route.roles(POST, V1 + "/venues/{venueId}/seating-plans", ADMIN, ORGANISER)
            .withBodyUpTo(Route.SEATING_PLAN_BYTES),
        Route.open(GET, V1 + "/venues/{venueId}/seating-plans/{seatingPlanId}"),
        Route.roles(POST, V1 + "/seasons", ADMIN, ORGANISER),
        Route.roles(POST, V1 + "/productions", ADMIN, ORGANISER),
        Route.open(GET, V1 + "/productions/{productionId}"),
        Route.roles(POST, V1 + "/performances", ADMIN, ORGANISER),
        Route.open(GET, PERFORMANCE + "/offers"),
        Route.roles(POST, PERFORMANCE + "/copies", ADMIN, ORGANISER),
        Route.roles(POST, PERFORMANCE + "/training-copies", ADMIN, ORGANISER),
        Route.roles(POST, PERFORMANCE + "/onsale", ADMIN, ORGANISER),
        Route.roles(POST, PERFORMANCE + "/price-list", ADMIN, ORGANISER),
        Route.roles(PUT, PERFORMANCE + "/agents", ADMIN, ORGANISER),
        Route.roles(POST, PERFORMANCE + "/accessible-places-release", ADMIN, ORGANISER),
        Route.roles(POST, PERFORMANCE + "/completion", ADMIN, ORGANISER),
        Route.roles(POST, PERFORMANCE + "/reschedule", ADMIN, ORGANISER),
        Route.roles(POST, PERFORMANCE + "/cancellation", ADMIN, ORGANISER),
        Route.roles(GET, V1 + "/jobs/{jobId}", ADMIN, ORGANISER, BOX_OFFICE));
  }

  @Bean
  AccessTable accounting() {
    String books = V1 + "/accounting/{organisationId}";
    return AccessTable.of(
        in(POST, books + "/closings", ACCOUNTANT, ADMIN),
        in(POST, books + "/payouts", ACCOUNTANT, ADMIN),
        in(POST, books + "/agent-settlements", ACCOUNTANT, ADMIN),
        in(POST, books + "/till-sessions", ADMIN, BOX_OFFICE),
        in(POST, books + "/till-sessions/{session}/count", ADMIN, BOX_OFFICE),
        in(POST, books + "/till-sessions/{session}/banking", ADMIN, BOX_OFFICE, ACCOUNTANT),
        in(POST, books + "/till-sessions/{session}/banking/arrival", ADMIN, ACCOUNTANT),
        Route.roles(
            POST, V1 + "/orders/{orderId}/invoice", ADMIN, ORGANISER, BOX_OFFICE, ACCOUNTANT),
        in(PUT, books + "/chart", ACCOUNTANT, ADMIN));
  }

  @Bean
  AccessTable keepingKeys() {
    String key = V1 + "/operations/master-key";
    return AccessTable.of(
        Route.platform(GET, key),
        Route.platform(POST, key + "/versions"),
        Route.platform(DELETE, key + "/versions/{version}"));
  }

  @Bean
  AccessTable auditing() {
    return AccessTable.of(
        in(POST, V1 + "/privacy/{organisationId}/audit-readings", ADMIN, DPO),
        in(PUT, V1 + "/privacy/{organisationId}/controller", ADMIN, DPO));
  }

  @Bean
  AccessTable personalData() {
    String privacy = V1 + "/privacy/{organisationId}";
    return AccessTable.of(
        in(POST, privacy + "/purposes", DPO, ADMIN),
        in(POST, privacy + "/notices", DPO, ADMIN),
        Route.open(GET, privacy + "/notices"),
        Route.open(GET, privacy + "/forms/{form}"),
        in(PUT, privacy + "/forms/{form}", DPO, ADMIN),
        in(GET, privacy + "/confirmations", DPO, ADMIN, MAILER),
        Route.open(POST, V1 + "/privacy/confirmations").withBodyUpTo(JOIN_BYTES),
        in(POST, privacy + "/defaults", DPO, ADMIN),
        Route.open(POST, V1 + "/privacy/withdrawals").withBodyUpTo(JOIN_BYTES),
        Route.open(POST, V1 + "/privacy/links").withBodyUpTo(JOIN_BYTES),
        in(POST, privacy + "/subjects/search", DPO, ADMIN),
        in(POST, privacy + "/subjects/merge", DPO, ADMIN),
        in(PATCH, privacy + "/subjects/{subjectId}", DPO, ADMIN),
        in(POST, privacy + "/subjects/{subjectId}/consents", DPO, ADMIN),
        in(DELETE, privacy + "/subjects/{subjectId}/consents/{purpose}", DPO, ADMIN),
        in(POST, privacy + "/subjects/{subjectId}/objections", DPO, ADMIN),
        in(POST, privacy + "/subjects/{subjectId}/restrictions", DPO, ADMIN),
        in(DELETE, privacy + "/subjects/{subjectId}/restrictions/{reasonCode}", DPO, ADMIN),
        in(POST, privacy + "/subjects/{subjectId}/notes", DPO, ADMIN, BOX_OFFICE),
        in(GET, privacy + "/subjects/{subjectId}/notes", DPO, ADMIN, BOX_OFFICE),
        in(POST, privacy + "/subjects/{subjectId}/erasure", DPO, ADMIN),
        in(GET, privacy + "/subjects/{subjectId}/export", DPO, ADMIN),
        in(POST, privacy + "/mailing-lists", DPO, ADMIN, MAILER),
        in(POST, privacy + "/contacts", DPO, ADMIN, MAILER),
        Route.open(POST, privacy + "/subscriptions").withBodyUpTo(JOIN_BYTES),
        in(POST, privacy + "/imports", DPO, ADMIN).withBodyUpTo(IMPORT_BYTES),
        in(POST, privacy + "/requests", DPO, ADMIN),
        in(GET, privacy + "/requests/{requestId}", DPO, ADMIN),
        in(POST, privacy + "/requests/{requestId}/identity", DPO, ADMIN),
        in(POST, privacy + "/requests/{requestId}/extension", DPO, ADMIN),
        in(POST, privacy + "/requests/{requestId}/refusal", DPO, ADMIN),
        in(POST, privacy + "/requests/{requestId}/answer", DPO, ADMIN));
  }

  @Bean
  AccessTable ownData() {
    String account = V1 + "/accounts/{accountId}";
    String told = V1 + "/orders/{orderId}/personal-data";
    return AccessTable.of(
        Route.open(POST, V1 + "/accounts"),
        Route.secret(GET, account),
        Route.secret(PATCH, account),
        Route.secret(POST, account + "/consents"),
        Route.secret(DELETE, account + "/consents/{purpose}"),
        Route.secret(POST, account + "/objections"),
        Route.secret(POST, account + "/erasure"),
        Route.secret(GET, told),
        Route.secret(PATCH, told),
        Route.secret(DELETE, told + "/consents/{purpose}"),
        Route.secret(POST, told + "/objections"),
        Route.secret(POST, told + "/erasure"));
  }

  @Bean
  AccessTable holdingBack() {
    return AccessTable.of(
        Route.roles(POST, PERFORMANCE + "/hold-codes", ADMIN, ORGANISER, BOX_OFFICE),
        Route.roles(GET, PERFORMANCE + "/hold-codes", ADMIN, ORGANISER, BOX_OFFICE),
        Route.roles(DELETE, PERFORMANCE + "/hold-codes/{code}", ADMIN, ORGANISER, BOX_OFFICE),
        Route.roles(POST, PERFORMANCE + "/kills", ADMIN, ORGANISER),
        Route.roles(GET, PERFORMANCE + "/kills", ADMIN, ORGANISER, BOX_OFFICE),
        Route.roles(DELETE, PERFORMANCE + "/kills/{heldBackId}", ADMIN, ORGANISER),
        Route.roles(POST, PERFORMANCE + "/allotments", ADMIN, ORGANISER),
        Route.roles(GET, PERFORMANCE + "/allotments", ADMIN, ORGANISER, BOX_OFFICE),
        Route.roles(DELETE, PERFORMANCE + "/allotments/{heldBackId}", ADMIN, ORGANISER));
  }

  @Bean
  AccessTable selling() {
    return AccessTable.of(
        Route.open(POST, PERFORMANCE + "/holds"),
        Route.open(POST, PERFORMANCE + "/waiting-list"),
        Route.secret(GET, V1 + "/waiting-list/{entryId}", ADMIN, ORGANISER, BOX_OFFICE),
        Route.secret(DELETE, V1 + "/waiting-list/{entryId}", ADMIN, ORGANISER, BOX_OFFICE),
        Route.secret(GET, V1 + "/holds/{holdId}", ADMIN, ORGANISER, BOX_OFFICE),
        Route.secret(DELETE, V1 + "/holds/{holdId}", ADMIN, ORGANISER, BOX_OFFICE),
        Route.secret(POST, V1 + "/holds/{holdId}/extension", ADMIN, ORGANISER, BOX_OFFICE),
        Route.secret(POST, V1 + "/orders", ADMIN, ORGANISER, BOX_OFFICE),
        Route.roles(POST, V1 + "/orders/search", ADMIN, ORGANISER, BOX_OFFICE),
        Route.secret(
            GET, V1 + "/orders/{orderId}", ADMIN, ORGANISER, BOX_OFFICE, ACCOUNTANT, AUDITOR),
        Route.secret(GET, V1 + "/orders/{orderId}/tickets", ADMIN, ORGANISER, BOX_OFFICE),
        Route.secret(POST, V1 + "/orders/{orderId}/payments", ADMIN, ORGANISER, BOX_OFFICE),
        takenBack("unpaid"),
        takenBack("chargeback"),
        takenBack("restoration"),
        Route.roles(POST, V1 + "/orders/{orderId}/account", ADMIN, ORGANISER, BOX_OFFICE),
        Route.roles(POST, V1 + "/orders/{orderId}/refunds", ADMIN, ORGANISER, BOX_OFFICE),
        Route.roles(
            POST,
            V1 + "/orders/{orderId}/refunds/{refundId}/payment",
            ADMIN,
            ORGANISER,
            BOX_OFFICE,
            CHANNEL),
        Route.roles(POST, V1 + "/orders/{orderId}/voids", ADMIN, ORGANISER, BOX_OFFICE),
        Route.roles(POST, V1 + "/orders/{orderId}/exchanges", ADMIN, ORGANISER, BOX_OFFICE),
        Route.open(POST, V1 + "/vouchers/state"),
        Route.open(POST, V1 + "/passes/state"),
        Route.open(POST, V1 + "/payment-providers/{provider}/notifications"));
  }

  @Bean
  AccessTable reserving() {
    String reservation = V1 + "/reservations/{reservationId}";
    return AccessTable.of(
        Route.roles(POST, V1 + "/reservations", ADMIN, ORGANISER, BOX_OFFICE),
        Route.roles(GET, reservation, ADMIN, ORGANISER, BOX_OFFICE),
        Route.roles(PATCH, reservation, ADMIN, ORGANISER, BOX_OFFICE),
        Route.roles(DELETE, reservation, ADMIN, ORGANISER, BOX_OFFICE));
  }

  @Bean
  AccessTable ticketRoutes() {
    return AccessTable.of(
        Route.open(GET, V1 + "/ticket-keys"),
        Route.roles(POST, V1 + "/tickets/{ticketId}/reissue", ADMIN, ORGANISER, BOX_OFFICE),
        Route.secret(POST, V1 + "/tickets/{ticketId}/transfer", ADMIN, ORGANISER, BOX_OFFICE),
        Route.secret(GET, V1 + "/tickets/{ticketId}", ADMIN, ORGANISER, BOX_OFFICE),
        Route.secret(GET, V1 + "/tickets/{ticketId}.pdf", ADMIN, ORGANISER, BOX_OFFICE),
        Route.secret(GET, V1 + "/orders/{orderId}/tickets.pdf", ADMIN, ORGANISER, BOX_OFFICE),
        Route.open(GET, PERFORMANCE + ".ics"));
  }

  @Bean
  AccessTable doorRoutes() {
    return AccessTable.of(
        Route.roles(POST, V1 + "/admissions", ADMIN, BOX_OFFICE, ADMISSION),
        Route.roles(GET, PERFORMANCE + "/admission-list", ADMIN, BOX_OFFICE, ADMISSION),
        Route.roles(POST, PERFORMANCE + "/guest-list", ADMIN, ORGANISER, BOX_OFFICE),
        Route.roles(GET, PERFORMANCE + "/guest-list", ADMIN, BOX_OFFICE, ADMISSION),
        Route.roles(DELETE, PERFORMANCE + "/guest-list/{subjectId}", ADMIN, ORGANISER, BOX_OFFICE),
        Route.roles(POST, PERFORMANCE + "/admission-scans", ADMIN, BOX_OFFICE, ADMISSION),
        Route.open(GET, "/performances/{performanceId}/admission"),
        Route.open(GET, "/admission/door.js"),
        Route.open(GET, "/performances/{performanceId}/guests"),
        Route.open(GET, "/admission/guests.js"),
        Route.open(GET, "/admission/door.css"));
  }

  @Bean
  AccessTable waitingRoom() {
    String room = PERFORMANCE + "/waiting-room";
    return AccessTable.of(
        Route.open(POST, room).withBodyUpTo(JOIN_BYTES),
        Route.secret(GET, room + "/me"),
        Route.open(GET, room + "/draw"),
        Route.open(GET, room + "/draw/visitors"),
        Route.roles(GET, room, ADMIN, ORGANISER, BOX_OFFICE),
        Route.roles(POST, room + "/beacon", ADMIN, ORGANISER),
        Route.open(GET, "/performances/{performanceId}/waiting-room"),
        Route.open(GET, "/waiting-room/room.js"),
        Route.open(GET, "/waiting-room/room.css"),
        Route.open(GET, "/favicon.ico"),
        Route.open(GET, "/waiting-room/Draw.java"));
  }

  @Bean
  AccessTable formPages() {
    return AccessTable.of(
        Route.open(GET, "/order"),
        Route.open(GET, "/organisations/{organisationId}/newsletter"),
        Route.open(GET, "/organisations/{organisationId}/account"),
        Route.open(GET, "/confirmations"),
        Route.open(GET, "/withdrawals"),
        Route.open(GET, "/my-data"),
        Route.open(GET, "/forms/{file}"));
  }

  private static Route in(HttpMethod method, String pattern, Role... roles) {
    return Route.rolesIn("organisationId", method, pattern, roles);
  }

  private static Route takenBack(String what) {
    return Route.roles(
        POST,
        V1 + "/orders/{orderId}/payments/{paymentId}/" + what,
        ADMIN,
        ORGANISER,
        BOX_OFFICE,
        ACCOUNTANT);
  }
}
