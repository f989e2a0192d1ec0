package org.counterfoil.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.counterfoil.command.http.Api.Answer;
import org.counterfoil.domain.access.Role;
import org.counterfoil.http.access.AccessMatrix;
import org.counterfoil.http.access.AccessMatrix.Expected;
import org.counterfoil.http.access.AccessTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every route, every role, in the right organisation and in another. */
@ExtendWith(SharedService.class)
class AccessMatrixTest {

  private final RunningService service;
  private final Theatre theatre;
  private final Map<Role, String> own = new EnumMap<>(Role.class);
  private final Map<Role, String> strange = new EnumMap<>(Role.class);
  private final Map<String, String> variables = new HashMap<>();
  private final Answer hold;

  AccessMatrixTest(RunningService service) {
    this.service = service;
    this.theatre = Theatre.in(service);
    Theatre other = Theatre.in(service);
    for (Role role : Role.values()) {
      if (role != Role.PLATFORM_ADMIN) {
        own.put(role, theatre.token(role.name()));
        strange.put(role, other.token(role.name()));
      }
    }
    this.hold = theatre.hold(theatre.staff(), "ORCH-A-1").expecting(201);
    Answer order =
        theatre
            .order(theatre.staff(), theatre.hold(theatre.staff(), "ORCH-A-2").expecting(201))
            .expecting(201);
    variables.put("organisationId", theatre.organisation);
    variables.put("venueId", theatre.venue);
    variables.put("seatingPlanId", theatre.plan);
    variables.put("productionId", theatre.production);
    variables.put("performanceId", theatre.performance);
    variables.put("holdId", hold.text("/holdId"));
    variables.put("orderId", order.text("/orderId"));
    variables.put("tokenId", "00000000-0000-7000-8000-000000000000");
    variables.put("networkId", "00000000-0000-7000-8000-000000000000");
    variables.put("paymentId", "00000000-0000-7000-8000-000000000000");
    variables.put("ticketId", theatre.sell("ORCH-A-3").text("/tickets/0/ticketId"));
    variables.put("entryId", waitingEntry());
    variables.put(
        "reservationId",
        theatre.staff().post("/reservations", reservation()).expecting(201).text("/reservationId"));
    variables.put("refundId", "00000000-0000-7000-8000-000000000000");
    variables.put("jobId", theatre.performance);
    variables.put("heldBackId", "00000000-0000-7000-8000-000000000000");
    variables.put("code", "NONE");
    variables.put("session", "1");
    variables.put("provider", "nobody");
    variables.put("link", "forged");
    variables.put("subjectId", "00000000-0000-7000-8000-000000000000");
    variables.put("requestId", "00000000-0000-7000-8000-000000000000");
    variables.put("version", "1");
    variables.put("purpose", "newsletter");
    variables.put("accountId", "00000000-0000-7000-8000-000000000000");
    variables.put("form", "order");
    variables.put("file", "order.js");
    variables.put("reasonCode", "NEEDED_FOR_CLAIMS");
  }

  /** Somebody who waits for what cannot be had: more than the pit has left. */
  private String waitingEntry() {
    String path = "/performances/" + theatre.performance;
    theatre.staff().post(path + "/holds", "{\"area\":\"PIT\",\"quantity\":50}").expecting(201);
    return theatre
        .buyer()
        .post(path + "/waiting-list", "{\"zone\":\"FLOOR\",\"quantity\":1}")
        .expecting(201)
        .text("/entryId");
  }

  @Test
  void everyCallerIsToldWhatTheTableSays() {
    AccessTable table = AccessTable.joined(List.copyOf(service.beans(AccessTable.class)));
    List<AccessMatrix.Case> cases = AccessMatrix.of(table);

    List<String> wrong =
        cases.stream()
            .filter(each -> !isAsExpected(each))
            .map(each -> each + ", but " + send(each).outcome())
            .collect(Collectors.toList());

    assertThat(wrong).isEmpty();
    assertThat(cases).hasSizeGreaterThan(500);
  }

  private boolean isAsExpected(AccessMatrix.Case each) {
    Answer answer = send(each);
    int status = answer.status();
    return switch (each.expected()) {
      case LET_THROUGH ->
          status != 401
              && status != 403
              && (status < 500 || answer.outcome().equals("503 BOOKS_ELSEWHERE"));
      case CREDENTIALS_ASKED -> status == 401;
      case REFUSED -> status == 403;
      case SECRET_ASKED -> each.role() == null ? status == 401 : status == 401 || status == 403;
    };
  }

  private Answer send(AccessMatrix.Case each) {
    Api caller = Api.of(service);
    Role role = each.role();
    if (role == Role.PLATFORM_ADMIN) {
      caller = caller.admin();
    } else if (role != null) {
      caller = caller.as((each.isStranger() ? strange : own).get(role));
    }
    String method = each.route().method().name();
    String path = path(each.route().pattern());
    return switch (method) {
      case "GET" -> caller.get(path);
      case "DELETE" -> caller.delete(path);
      case "PUT" -> caller.put(path, body(path));
      case "PATCH" -> caller.patch(path, body(path));
      default -> caller.post(path, body(path));
    };
  }

  private String path(String pattern) {
    String path = pattern;
    for (Map.Entry<String, String> variable : variables.entrySet()) {
      path = path.replace("{" + variable.getKey() + "}", variable.getValue());
    }
    return path.startsWith("/api/v1") ? path.substring("/api/v1".length()) : "/" + path;
  }

  /** A body that is understood, so that whose it is can be seen; nothing else about it matters. */
  private String body(String path) {
    if (path.endsWith("/seating-plans")) {
      return Theatre.PLAN;
    }
    if (path.equals("/performances")) {
      return theatre.performanceWish("2001-01-01T00:00:00Z", "{}", "");
    }
    if (path.equals("/venues")) {
      return "{\"organisationId\":\"%s\",\"name\":\"N\",\"address\":\"A\",\"timeZone\":\"UTC\"}"
          .formatted(theatre.organisation);
    }
    if (path.equals("/seasons") || path.equals("/productions")) {
      return "{\"organisationId\":\"%s\",\"title\":\"T\"}".formatted(theatre.organisation);
    }
    if (path.equals("/orders")) {
      return "{\"holdId\":\"%s\",\"tickets\":[]}".formatted(hold.text("/holdId"));
    }
    if (path.endsWith("/guest-list")) {
      return "{\"name\":\"N\",\"notice\":\"00000000-0000-7000-8000-000000000000\"}";
    }
    if (path.equals("/orders/search")) {
      return "{\"organisationId\":\"%s\",\"paymentReference\":\"NONE\"}"
          .formatted(theatre.organisation);
    }
    if (path.equals("/admissions")) {
      return "{\"code\":\"X\",\"gate\":\"A\",\"performanceIds\":[\"%s\"]}"
          .formatted(theatre.performance);
    }
    if (path.equals("/reservations")) {
      return reservation();
    }
    return path.endsWith("/payments")
        ? "{\"method\":\"CASH\",\"amountMinor\":0}"
        : bodyOfSettings(path);
  }

  private String reservation() {
    return "{\"performanceId\":\"%s\",\"seats\":[\"BALC-A-1\"],\"optionUntil\":\"%s\"}"
        .formatted(theatre.performance, service.clock().instant().plusSeconds(86_400));
  }

  private static String bodyOfTill(String path) {
    if (path.endsWith("/count")) {
      return "{\"countedMinor\":0}";
    }
    if (path.endsWith("/banking")) {
      return "{\"amountMinor\":1}";
    }
    return path.endsWith("/arrival") ? "{\"arrivedOn\":\"2026-01-01\"}" : "{\"floatMinor\":0}";
  }

  private static String bodyOfRequest(String path) {
    if (path.endsWith("/identity")) {
      return "{\"identityCheck\":\"NO_DOUBT\"}";
    }
    if (path.endsWith("/extension")) {
      return "{\"reasonCode\":\"COMPLEX\"}";
    }
    if (path.endsWith("/refusal")) {
      return "{\"reasonCode\":\"EXCESSIVE\"}";
    }
    return "{\"subjectIds\":[],\"kind\":\"ACCESS\",\"receivedAt\":\"2020-01-01\",\"identityCheck\":\"NO_DOUBT\"}";
  }

  private static String bodyAboutPeople(String path) {
    if (path.endsWith("/master-key/versions")) {
      return "{\"after\":\"1\"}";
    }
    if (path.endsWith("/purposes")) {
      return "{\"key\":\"k\",\"name\":\"N\",\"dpvPurpose\":\"LegalCompliance\",\"lawfulBasis\":\"A6-1-c\",%s}"
          .formatted("\"fields\":[],\"retention\":{\"startsAt\":\"CAPTURE\",\"period\":\"P1Y\"}");
    }
    String person = "00000000-0000-7000-8000-000000000000";
    if (path.endsWith("/mailing-lists")) {
      return "{\"purpose\":\"k\"}";
    }
    if (path.endsWith("/links")) {
      return "{\"token\":\"forged\",\"language\":\"FR\"}";
    }
    if (path.endsWith("/contacts")) {
      return "{\"contacts\":[]}";
    }
    if (path.endsWith("/subscriptions")) {
      return "{\"email\":\"a@example.org\",\"purpose\":\"k\",\"given\":false,\"notice\":\"%s\"}"
          .formatted(person);
    }
    if (path.endsWith("/withdrawals") || path.endsWith("/confirmations")) {
      return "{\"token\":\"forged\"}";
    }
    if (path.endsWith("/search")) {
      return "{\"email\":\"somebody@example.org\"}";
    }
    if (path.endsWith("/merge")) {
      return "{\"into\":\"%s\",\"subjectIds\":[]}".formatted(person);
    }
    if (path.endsWith("/consents")) {
      return "{\"purpose\":\"k\",\"given\":true,\"notice\":\"%s\"}".formatted(person);
    }
    if (path.endsWith("/notes")) {
      return "{\"text\":\"T\",\"purpose\":\"k\",\"notice\":\"%s\"}".formatted(person);
    }
    if (path.endsWith("/objections")) {
      return "{\"purpose\":\"k\"}";
    }
    if (path.endsWith("/restrictions") || path.endsWith("/erasure")) {
      return path.endsWith("/erasure")
          ? "{\"reasonCode\":\"REQUEST\"}"
          : "{\"reasonCode\":\"UNLAWFUL\"}";
    }
    if (path.contains("/requests")) {
      return bodyOfRequest(path);
    }
    if (path.contains("/subjects/")) {
      return "{\"values\":{}}";
    }
    return path.endsWith("/notices")
        ? "{\"purpose\":\"k\",\"language\":\"fr\",\"text\":\"T\"}"
        : "{\"purposes\":[]}";
  }

  private static String bodyOfOwnData(String path) {
    if (path.endsWith("/accounts")) {
      return "{\"organisationId\":\"%s\",\"buyer\":{},\"captures\":{}}".formatted(new UUID(0, 1));
    }
    return path.endsWith("/erasure") ? "{}" : bodyAboutPeople("/subjects/" + path);
  }

  private static String bodyOfSettings(String path) {
    if (path.startsWith("/privacy/")) {
      return bodyAboutPeople(path);
    }
    if (path.startsWith("/accounts") || path.contains("/personal-data")) {
      return bodyOfOwnData(path);
    }
    if (path.endsWith("/refunds")) {
      return "{\"ticketIds\":[],\"to\":\"CASH\",\"reasonCode\":\"GOODWILL\"}";
    }
    if (path.endsWith("/controller")) {
      return "{\"address\":\"1 quai\",\"contact\":\"contact@theatre.example\"}";
    }
    if (path.endsWith("/audit-readings")) {
      return "{\"question\":\"DISCLOSURES\"}";
    }
    if (path.endsWith("/invoice")) {
      return "{}";
    }
    if (path.contains("/till-sessions")) {
      return bodyOfTill(path);
    }
    if (path.endsWith("/unpaid") || path.endsWith("/chargeback")) {
      return "{\"reasonCode\":\"UNPAID\"}";
    }
    if (path.endsWith("/restoration")) {
      return "{}";
    }
    if (path.endsWith("/voids")) {
      return "{\"ticketIds\":[],\"reasonCode\":\"FRAUD\"}";
    }
    if (path.endsWith("/payouts")) {
      return "{\"provider\":\"p\",\"reference\":\"r\",\"arrivedOn\":\"2026-01-01\",\"amountMinor\":1,\"lines\":[]}";
    }
    if (path.endsWith("/agents")) {
      return "{\"agents\":[]}";
    }
    if (path.endsWith("/invoicing")) {
      return Theatre.INVOICING;
    }
    if (path.endsWith("/pass-offers")) {
      return "{\"offers\":[]}";
    }
    if (path.endsWith("/voucher-terms")) {
      return "{\"validDays\":365}";
    }
    if (path.endsWith("/principals")) {
      return "{\"principals\":[]}";
    }
    if (path.endsWith("/agent-settlements")) {
      return "{\"organisationId\":\"%s\",\"method\":\"TRANSFER\",\"amountMinor\":0}"
          .formatted(new UUID(0, 1));
    }
    if (path.endsWith("/exchanges")) {
      return "{\"ticketIds\":[],\"holdId\":\"00000000-0000-7000-8000-000000000000\",\"tickets\":[]}";
    }
    if (path.endsWith("/payment")) {
      return "{\"method\":\"CASH\"}";
    }
    if (path.endsWith("/cancellation")) {
      return "{\"reasonCode\":\"SAFETY\"}";
    }
    if (path.endsWith("/reschedule")) {
      return "{\"startsAt\":\"2001-01-01T00:00:00Z\"}";
    }
    if (path.endsWith("/login-links")) {
      return "{\"role\":\"PLATFORM_ADMIN\"}";
    }
    if (path.endsWith("/api-tokens")) {
      return "{\"role\":\"PLATFORM_ADMIN\",\"label\":\"L\"}";
    }
    if (path.endsWith("/payment-methods")) {
      return "{\"methods\":[]}";
    }
    if (path.endsWith("/waiting-room")) {
      return "{\"nonceHash\":\"%s\"}".formatted("ab".repeat(32));
    }
    if (path.endsWith("/beacon")) {
      return "{\"value\":\"b\"}";
    }
    if (path.endsWith("/hold-codes")) {
      return "{\"code\":\"NONE\",\"reasonCode\":\"HOUSE\"}";
    }
    if (path.endsWith("/kills")) {
      return "{\"reasonCode\":\"SAFETY\"}";
    }
    if (path.endsWith("/allotments")) {
      return "{\"channel\":\"AGENT\"}";
    }
    if (path.endsWith("/admission-scans")) {
      return "{\"gate\":\"A\",\"scans\":[{\"scanId\":\"%s\",\"code\":\"X\",%s}]}"
          .formatted(
              new UUID(0, 1),
              "\"scannedAt\":\"2026-01-01T00:00:00Z\",\"admitted\":false,\"reason\":\"FORGED\"");
    }
    if (path.endsWith("/copies")) {
      return "{\"startsAt\":[]}";
    }
    if (path.endsWith("/price-list")) {
      return "{\"priceList\":{}}";
    }
    return path.endsWith("/networks") || path.endsWith("/organisations") ? "{\"name\":\"\"}" : "{}";
  }

  @Test
  void theTableIsNotTrustedBlindly_aWrongRowIsSeen() {
    AccessMatrix.Case lie =
        AccessMatrix.of(AccessTable.joined(List.copyOf(service.beans(AccessTable.class)))).stream()
            .filter(each -> each.expected() == Expected.REFUSED)
            .findFirst()
            .map(
                each ->
                    new AccessMatrix.Case(
                        each.route(), each.role(), each.isStranger(), Expected.LET_THROUGH))
            .orElseThrow();

    assertThat(isAsExpected(lie)).isFalse();
  }
}
