package org.counterfoil.command.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.counterfoil.command.http.Api.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.HealthIndicator;

/** The master key is in a service elsewhere, which is not always there. */
class KeyServiceTest {

  private static final String EMAIL = "kept@example.org";

  private KeyServer keys;
  private RunningService service;
  private Theatre theatre;
  private Visitors visitors;

  @BeforeEach
  void start() {
    keys = new KeyServer();
    service =
        RunningService.start(
            Map.of(
                "counterfoil.vault.kms-uri",
                keys.uri(),
                "counterfoil.vault.kms-client",
                KeyServerClient.class.getName()));
    theatre = Theatre.in(service);
    visitors = Visitors.of(theatre);
  }

  @AfterEach
  void stop() {
    service.close();
    keys.close();
  }

  private Answer order(int seat, String email) {
    return visitors.order("ORCH-A-" + seat, visitors.delivered(email, ""));
  }

  private Answer erase(String subject) {
    return visitors
        .officer()
        .post(visitors.path("/subjects/" + subject + "/erasure"), "{\"reasonCode\":\"REQUEST\"}");
  }

  private void assertAway(List<Answer> answers) {
    assertThat(answers)
        .allSatisfy(
            answer -> {
              assertThat(answer.outcome()).isEqualTo("503 VAULT_UNAVAILABLE");
              assertThat(answer.header("Retry-After")).isNotEmpty();
              assertThat(answer.json().at("/retryable").asBoolean()).isTrue();
            });
  }

  @Test
  void whileItIsAwayNobodyIsReadTakenOrErased_andWhenItIsBackEverythingGoesOn() {
    order(1, EMAIL).expecting(201);
    String subject = visitors.subject(EMAIL);
    assertThat(visitors.export(subject).expecting(200).body()).contains(EMAIL);
    assertThat(service.masterKey()).as("no key is on this machine").doesNotExist();
    long position = visitors.position();

    keys.stop();

    assertAway(List.of(order(2, "new@example.org"), visitors.export(subject), erase(subject)));
    visitors.order("ORCH-A-3", "").expecting(201);
    assertThat(visitors.recorded(position)).isEmpty();

    keys.startAgain();

    assertThat(visitors.export(subject).expecting(200).body()).contains(EMAIL);
    order(4, "new@example.org").expecting(201);
    assertThat(visitors.recorded(position)).containsExactly("PersonalDataCaptured");
  }

  @Test
  void whileItIsAwayNothingIsErasedByItself() {
    order(1, EMAIL).expecting(201);
    long position = visitors.position();
    keys.stop();

    service.clock().driveTo(service.clock().instant().plus(Duration.ofDays(4 * 366)));

    await()
        .during(Duration.ofSeconds(1))
        .until(() -> visitors.recorded(position).isEmpty() && visitors.kept() == 1);
    keys.startAgain();
    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                visitors.recorded(position).equals(List.of("PersonalDataErased"))
                    && visitors.kept() == 0);
  }

  @Test
  void aServiceThatStartsWithoutItSells_andTakesPeopleOnceItIsThere() {
    order(1, EMAIL).expecting(201);
    keys.stop();

    service.restart();

    visitors.order("ORCH-A-2", "").expecting(201);
    assertAway(List.of(order(3, "late@example.org"), visitors.search(EMAIL)));
    keys.startAgain();
    order(4, "late@example.org").expecting(201);
    assertThat(visitors.export(visitors.subject(EMAIL)).expecting(200).body()).contains(EMAIL);
    assertThat(Api.of(service).admin().get("/operations/master-key").text("/version"))
        .isEqualTo(keys.uri());
    assertThat(
            Api.of(service)
                .admin()
                .post("/operations/master-key/versions", "{\"after\":\"1\"}")
                .outcome())
        .isEqualTo("409 MASTER_KEY_ELSEWHERE");
  }

  @Test
  void aClientThatIsNotThereIsSaidToBeMissing_andSellingGoesOn() {
    RunningService other =
        RunningService.start(
            Map.of("counterfoil.vault.kms-uri", "aws-kms://arn:aws:kms:eu-west-3:1:key/2"));
    try {
      Visitors people = Visitors.of(Theatre.in(other));
      people.order("ORCH-A-1", "").expecting(201);
      assertAway(List.of(people.search(EMAIL)));
      assertThat(other.beans(HealthIndicator.class).stream().map(HealthIndicator::health))
          .anySatisfy(
              health ->
                  assertThat(String.valueOf(health))
                      .contains("AwsKmsClient is not on the class path"));
    } finally {
      other.close();
    }
  }
}
