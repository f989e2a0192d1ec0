package org.counterfoil.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.counterfoil.domain.access.Role;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldSold;
import org.counterfoil.domain.seathold.TicketId;
import org.counterfoil.eventstore.integrity.growth.LogIntegrity;
import org.counterfoil.http.access.AccessMatrix;
import org.counterfoil.http.access.AccessTable;
import org.counterfoil.query.given.Onsale;
import org.counterfoil.query.given.RunningQueryService;
import org.counterfoil.query.given.TestLog;
import org.junit.jupiter.api.Test;

/** Every route by every role, of the organisation and of another, on the running service. */
class AccessMatrixTest {

  private final RunningQueryService service = RunningQueryService.shared();
  private final Map<String, String> tokens = new HashMap<>();

  @Test
  void everyRouteLetsInWhomItsRowNames() throws Exception {
    Onsale given = Onsale.on(service);
    given.office().sellSeats(given.performance(), 0, 1);
    try (LogIntegrity signing = service.sign()) {
      service.awaitSigned();
      assertThat(signing.status().fault()).isNull();
    }
    Onsale other = Onsale.on(service);
    AccessTable table = AccessTable.joined(List.copyOf(service.beans(AccessTable.class).values()));
    List<String> wrong = new ArrayList<>();
    for (AccessMatrix.Case row : AccessMatrix.of(table)) {
      OrganisationId organisation = row.isStranger() ? other.organisation() : given.organisation();
      int status = status(row, given, row.role() == null ? null : token(row.role(), organisation));
      if (!isAsExpected(row.expected(), status)) {
        wrong.add(row + ", but was " + status);
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static boolean isAsExpected(AccessMatrix.Expected expected, int status) {
    return switch (expected) {
      case LET_THROUGH -> status != 401 && status != 403 && status < 500;
      case CREDENTIALS_ASKED -> status == 401;
      case REFUSED -> status == 403;
      case SECRET_ASKED -> status == 401 || status == 403;
    };
  }

  private int status(AccessMatrix.Case row, Onsale given, String token) throws Exception {
    String path =
        row.route()
            .pattern()
            .replace("{organisationId}", given.organisation().toString())
            .replace("{performanceId}", given.performance().toString())
            .replace("{purpose}", "newsletter")
            .replace("{subjectId}", new UUID(0, 1).toString())
            .replace("{number}", "1")
            .replace("{name}", "nothing")
            .replace("/entries/{position}", "/entries/" + position(given))
            .replace("{position}", "0")
            .replace("{ticketId}", ticket(given).toString())
            .replace("{orderId}", sale(given).orderId().toString())
            .replace("{level}", "0")
            .replace("{*path}", "000")
            .replace("**", "counterfoil.css");
    HttpRequest.Builder request = service.request(path);
    if (token != null) {
      request.headers(service.upToDate(token));
    }
    request.method(row.route().method().name(), HttpRequest.BodyPublishers.noBody());
    // Streams have no end: the head is enough.
    HttpResponse<InputStream> response =
        service.client().send(request.build(), BodyHandlers.ofInputStream());
    response.body().close();
    return response.statusCode();
  }

  /** Of an event of the organisation. */
  private long position(Onsale given) {
    return service.log().written().stream()
        .filter(written -> given.organisation().equals(written.organisation()))
        .findFirst()
        .orElseThrow()
        .position();
  }

  private TicketId ticket(Onsale given) {
    return sale(given).tickets().getFirst().ticket().ticketId();
  }

  private HoldSold sale(Onsale given) {
    return service.log().written().stream()
        .map(TestLog.Written::event)
        .filter(
            event ->
                event instanceof HoldSold sold && sold.performanceId().equals(given.performance()))
        .map(HoldSold.class::cast)
        .findFirst()
        .orElseThrow();
  }

  private String token(Role role, OrganisationId organisation) {
    OrganisationId of = role == Role.PLATFORM_ADMIN ? null : organisation;
    return tokens.computeIfAbsent(role + "/" + of, key -> service.token(role, of));
  }
}
