package org.counterfoil.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.counterfoil.command.http.Api.Answer;
import org.counterfoil.domain.Actor;
import org.counterfoil.domain.access.AccessEvent.LoginLinkUsed;
import org.counterfoil.eventstore.codec.Envelope;
import org.counterfoil.eventstore.log.RecordedEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Organisations, and whom they let in: tokens, login links, sessions. */
@ExtendWith(SharedService.class)
class LettingInTest {

  private final Theatre theatre;

  LettingInTest(RunningService service) {
    theatre = Theatre.in(service);
  }

  @Test
  void aTokenIsListedWithoutItsSecret_worksUntilRevoked_andOnlyInItsOrganisation() {
    String path = "/organisations/" + theatre.organisation + "/api-tokens";
    Answer issued =
        theatre.admin().post(path, "{\"role\":\"ORGANISER\",\"label\":\"Script\"}").expecting(201);
    Api script = Api.of(theatre.service).as(issued.text("/token"));
    script.get("/organisations/" + theatre.organisation).expecting(200);

    Answer listed = theatre.admin().get(path).expecting(200);
    assertThat(listed.body())
        .contains(issued.text("/tokenId"))
        .doesNotContain(issued.text("/token"));
    assertThat(listed.header("Counterfoil-Position")).matches("[0-9]+");
    Answer page = theatre.admin().get(path + "?limit=1").expecting(200);
    assertThat(
            theatre
                .admin()
                .get(path + "?limit=1&cursor=" + page.text("/nextCursor"))
                .expecting(200)
                .text("/items/0/tokenId"))
        .isEqualTo(issued.text("/tokenId"));

    theatre.admin().delete(path + "/" + issued.text("/tokenId")).expecting(204);
    theatre.admin().delete(path + "/" + issued.text("/tokenId")).expecting(204);
    assertThat(script.get("/organisations/" + theatre.organisation).outcome())
        .isEqualTo("401 UNAUTHENTICATED");
    Theatre other = Theatre.in(theatre.service);
    assertThat(
            theatre
                .admin()
                .delete(
                    "/organisations/"
                        + other.organisation
                        + "/api-tokens/"
                        + issued.text("/tokenId"))
                .outcome())
        .isEqualTo("404 UNKNOWN_API_TOKEN");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"role":"PLATFORM_ADMIN","label":"L"}                              | 400 ROLE_NOT_GRANTABLE
          {"role":"AUDITOR","label":"L"}                                     | 400 END_DATE_REQUIRED
          {"role":"AUDITOR","label":"L","validUntil":"2001-01-01T00:00:00Z"} | 400 END_DATE_PASSED
          {"role":"KING","label":"L"}                                        | 400 INVALID_REQUEST
          {"role":"ADMIN","label":"me@here.example"}                         | 400 INVALID_REQUEST
          {"role":"ADMIN"}                                                   | 400 INVALID_REQUEST
          """)
  void tokensThatMakeNoSenseAreRefused(String body, String outcome) {
    assertThat(
            theatre
                .admin()
                .post("/organisations/" + theatre.organisation + "/api-tokens", body)
                .outcome())
        .isEqualTo(outcome);
  }

  @Test
  void aLoginLinkLetsAPersonInOnce() {
    Answer link =
        theatre
            .admin()
            .post(
                "/organisations/" + theatre.organisation + "/login-links",
                "{\"role\":\"BOX_OFFICE\"}")
            .expecting(201);
    Api browser = Api.of(theatre.service).with("Sec-Fetch-Site", "same-origin");
    String path = "/" + link.text("/loginLink");

    assertThat(browser.get(path).expecting(200).body()).contains("<form method=\"post\">");
    Answer in = browser.post(path, null).expecting(303);
    String cookie = in.header("Set-Cookie").split(";")[0];
    Api person = browser.with("Cookie", cookie);
    person
        .post("/performances/" + theatre.performance + "/holds", Theatre.seats("ORCH-A-1"))
        .expecting(201);
    person.get("/organisations/" + theatre.organisation).expecting(200);

    assertThat(browser.post(path, null).outcome()).isEqualTo("410 LOGIN_LINK_USED");
    assertThat(browser.get("//login/forged").outcome()).isEqualTo("404 UNKNOWN_LOGIN_LINK");
    person.post("//logout", null).expecting(303);
    assertThat(person.get("/organisations/" + theatre.organisation).outcome())
        .isEqualTo("401 UNAUTHENTICATED");
  }

  @Test
  void theLogTellsThatTheOperatorLoggedInNotTheLink() {
    Answer link =
        theatre
            .admin()
            .post(
                "/organisations/" + theatre.organisation + "/login-links",
                "{\"role\":\"BOX_OFFICE\"}")
            .expecting(201);

    Api.of(theatre.service)
        .with("Sec-Fetch-Site", "same-origin")
        .post("/" + link.text("/loginLink"), null)
        .expecting(303);

    long issuedAt = Long.parseLong(link.header("Counterfoil-Position"));
    assertThat(theatre.service.log().readAccessEvents(issuedAt, 100))
        .map(RecordedEvent::envelope)
        .filteredOn(used -> used.payload() instanceof LoginLinkUsed)
        .extracting(Envelope::actor)
        .containsExactly(Actor.parse("OPERATOR:" + link.text("/operatorId")));
  }

  @Test
  void aDataProtectionOfficerIsReachedAtAMailboxOfItsFunction_notAtAPersonsOwn() {
    String organisation =
        """
        {"name":"A","legalName":"A","country":"FR","currency":"EUR",
         "timeZone":"Europe/Paris","dpoContact":"%s"}
        """;
    Answer own = theatre.admin().post("/organisations", organisation.formatted("jane@a.example"));
    assertThat(own.outcome()).isEqualTo("400 INVALID_REQUEST");
    assertThat(own.text("/violations/0/field")).isEqualTo("dpoContact");
    assertThat(own.body()).doesNotContain("jane");

    Answer created =
        theatre.admin().post("/organisations", organisation.formatted("dpo@a.example"));
    assertThat(created.expecting(201).text("/organisationId"))
        .satisfies(
            id ->
                assertThat(theatre.admin().get("/organisations/" + id).text("/dpoContact"))
                    .isEqualTo("dpo@a.example"));
  }
}
