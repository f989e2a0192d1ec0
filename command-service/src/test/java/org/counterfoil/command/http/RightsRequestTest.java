package org.counterfoil.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import org.counterfoil.command.http.Api.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Requests of people, with the day that each answer is due on. */
@ExtendWith(SharedService.class)
class RightsRequestTest {

  private final Visitors visitors;
  private final LocalDate today;

  RightsRequestTest(RunningService service) {
    this.visitors = Visitors.of(Theatre.in(service));
    this.today = LocalDate.ofInstant(service.clock().instant(), ZoneId.of("Europe/Paris"));
  }

  private Answer log(LocalDate receivedOn, String check) {
    return visitors
        .officer()
        .post(
            visitors.path("/requests"),
            "{\"subjectIds\":[],\"kind\":\"ACCESS\",\"receivedAt\":\"%s\",\"identityCheck\":\"%s\"}"
                .formatted(receivedOn, check));
  }

  private Answer act(Answer request, String act, String body) {
    return visitors
        .officer()
        .post(visitors.path("/requests/" + request.text("/requestId") + act), body);
  }

  /** 29 February 2020 is a Saturday; 1 May 2020 a holiday and a Friday. */
  @Test
  void anAnswerIsDueInAMonth_onAWorkingDay() {
    assertThat(log(LocalDate.of(2020, 1, 31), "NO_DOUBT").expecting(201).text("/dueOn"))
        .isEqualTo("2020-03-02");
    assertThat(log(LocalDate.of(2020, 4, 1), "NO_DOUBT").expecting(201).text("/dueOn"))
        .isEqualTo("2020-05-04");
    assertThat(log(LocalDate.of(2020, 3, 13), "NO_DOUBT").expecting(201).text("/dueOn"))
        .as("Easter Monday")
        .isEqualTo("2020-04-14");
    assertThat(log(today.plusDays(1), "NO_DOUBT").outcome())
        .isEqualTo("400 RECEIVED_IN_THE_FUTURE");
  }

  @Test
  void itIsExtendedOnce_andNotWhenItIsLate() {
    Answer old = log(LocalDate.of(2020, 1, 31), "NO_DOUBT").expecting(201);
    assertThat(act(old, "/extension", "{\"reasonCode\":\"COMPLEX\"}").outcome())
        .isEqualTo("409 REQUEST_OVERDUE");
    Answer fresh = log(today, "NO_DOUBT").expecting(201);

    Answer extended = act(fresh, "/extension", "{\"reasonCode\":\"MANY_REQUESTS\"}").expecting(200);

    assertThat(LocalDate.parse(extended.text("/dueOn"))).isAfterOrEqualTo(today.plusMonths(3));
    assertThat(act(fresh, "/extension", "{\"reasonCode\":\"COMPLEX\"}").outcome())
        .isEqualTo("409 REQUEST_EXTENDED");
  }

  @Test
  void itIsAnsweredWhenItIsSureWhoAsks() {
    Answer request = log(today, "PENDING").expecting(201);
    assertThat(act(request, "/answer", "").outcome()).isEqualTo("409 IDENTITY_NOT_CHECKED");
    act(request, "/identity", "{\"identityCheck\":\"DOCUMENT_SEEN\"}").expecting(200);

    assertThat(act(request, "/answer", "").expecting(200).text("/state")).isEqualTo("ANSWERED");

    assertThat(act(request, "/refusal", "{\"reasonCode\":\"EXCESSIVE\"}").outcome())
        .isEqualTo("409 REQUEST_CLOSED");
    assertThat(
            visitors
                .officer()
                .get(visitors.path("/requests/" + request.text("/requestId")))
                .expecting(200)
                .text("/identityCheck"))
        .isEqualTo("DOCUMENT_SEEN");
  }

  @Test
  void aRequestOfAnotherOrganisationIsUnknown() {
    Answer request = log(today, "NO_DOUBT").expecting(201);
    Visitors others = Visitors.of(Theatre.in(visitors.theatre.service));

    assertThat(
            others.officer().get(others.path("/requests/" + request.text("/requestId"))).outcome())
        .isEqualTo("404 UNKNOWN_REQUEST");
  }
}
