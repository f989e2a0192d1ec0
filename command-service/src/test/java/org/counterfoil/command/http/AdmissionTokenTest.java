package org.counterfoil.command.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.counterfoil.command.http.Api.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is refused to whom was not let in, or was and is not any more. */
class AdmissionTokenTest {

  private static RunningService service;
  private Theatre theatre;
  private WaitingVisitor visitor;

  @BeforeAll
  static void start() {
    service = RunningService.start();
    service.clock().driveTo(Instant.now().truncatedTo(ChronoUnit.SECONDS));
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  /** A room that is open at once, and a visitor who is let in. */
  @BeforeEach
  void letIn() {
    theatre = Theatre.in(service);
    theatre
        .admin()
        .post(
            "/performances/" + theatre.performance + "/onsale",
            "{\"waitingRoom\":{\"admissionSeconds\":60}}")
        .expecting(202);
    await().until(() -> visitor("A").tryToJoin().status() == 201);
    visitor = admitted("A");
  }

  private WaitingVisitor visitor(String name) {
    return new WaitingVisitor(service, theatre.performance, name);
  }

  private WaitingVisitor admitted(String name) {
    WaitingVisitor joined = visitor(name).join();
    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () -> {
              service.clock().advance(Duration.ofMillis(100));
              return joined.state().equals("ADMITTED");
            });
    return joined;
  }

  private Api showing(String visitorToken, String admissionToken) {
    return theatre
        .buyer()
        .with("Visitor-Token", visitorToken)
        .with("Admission-Token", admissionToken);
  }

  /** The control of everything below: the same hold with the right tokens. */
  @Test
  void theRightTokensHold() {
    theatre.hold(visitor.caller(), "ORCH-A-1").expecting(201);
  }

  @Test
  void withoutAnAdmissionNothingIsHeld_exceptByCallersWithARole() {
    assertThat(theatre.hold(theatre.buyer(), "ORCH-A-1").outcome())
        .isEqualTo("403 ADMISSION_REQUIRED");
    assertThat(
            theatre
                .hold(theatre.buyer().with("Visitor-Token", visitor.token()), "ORCH-A-1")
                .outcome())
        .isEqualTo("403 ADMISSION_REQUIRED");
    assertThat(
            theatre
                .hold(theatre.buyer().with("Admission-Token", visitor.admissionToken()), "ORCH-A-1")
                .outcome())
        .isEqualTo("403 ADMISSION_INVALID");
    theatre.hold(theatre.staff(), "ORCH-A-1").expecting(201);
    theatre.hold(Api.of(service).as(theatre.token("CHANNEL")), "ORCH-A-2").expecting(201);
  }

  /** Every single character counts. */
  @Test
  void aForgedTokenIsRefused() {
    String admission = visitor.admissionToken();
    for (int at = 0; at < admission.length(); at += 7) {
      char other = admission.charAt(at) == '1' ? '2' : '1';
      String forged = admission.substring(0, at) + other + admission.substring(at + 1);
      assertThat(theatre.hold(showing(visitor.token(), forged), "ORCH-A-1").outcome())
          .isEqualTo("403 ADMISSION_INVALID");
    }
    for (String nonsense : List.of("x", "_", "9".repeat(400), "-1_" + "a".repeat(64))) {
      assertThat(theatre.hold(showing(visitor.token(), nonsense), "ORCH-A-1").outcome())
          .isEqualTo("403 ADMISSION_INVALID");
      assertThat(theatre.hold(showing(nonsense, admission), "ORCH-A-1").outcome())
          .isEqualTo("403 ADMISSION_INVALID");
    }
    theatre.hold(showing(visitor.token(), admission), "ORCH-A-1").expecting(201);
  }

  @Test
  void aTokenLastsAsLongAsItSays_andNotLonger() {
    Api caller = visitor.caller();
    Instant end = Instant.parse(visitor.me().text("/admissionExpiresAt"));

    service.clock().driveTo(end);
    assertThat(theatre.hold(caller, "ORCH-A-1").outcome()).isEqualTo("409 ADMISSION_EXPIRED");
    assertThat(visitor.me().text("/ended")).isEqualTo("EXPIRED");
    assertThat(visitor.me().json().has("admissionToken")).isFalse();

    service.clock().driveTo(end.minusMillis(1)); // a moment before, it is good
    theatre.hold(caller, "ORCH-A-1").expecting(201);
    service.clock().driveTo(end);
  }

  @Test
  void aHoldBurnsIt_alsoAfterARestart_andARefusalDoesNot() {
    theatre.hold(theatre.staff(), "ORCH-A-9").expecting(201);
    assertThat(theatre.hold(visitor.caller(), "ORCH-A-9").outcome())
        .isEqualTo("409 SEAT_ALREADY_HELD");
    assertThat(theatre.hold(visitor.caller(), "NOWHERE").outcome()).isEqualTo("404 UNKNOWN_SEAT");
    Api caller = visitor.caller();
    Answer hold = theatre.hold(caller, "ORCH-A-1").expecting(201);

    assertThat(theatre.hold(caller, "ORCH-A-2").outcome()).isEqualTo("409 ADMISSION_USED");
    theatre
        .buyer()
        .with("Hold-Secret", hold.text("/holdSecret"))
        .delete("/holds/" + hold.text("/holdId"))
        .expecting(204);
    assertThat(theatre.hold(caller, "ORCH-A-2").outcome())
        .as("given back, but not unused")
        .isEqualTo("409 ADMISSION_USED");
    Instant now = service.clock().instant();
    service.restart();
    service.clock().driveTo(now);
    assertThat(theatre.hold(caller, "ORCH-A-2").outcome()).isEqualTo("409 ADMISSION_USED");
  }

  /** Sent forty times at once, it holds once. */
  @Test
  void aReplayedTokenHoldsOnce() throws InterruptedException {
    Api caller = visitor.caller();
    List<String> outcomes = Collections.synchronizedList(new ArrayList<>());
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      String seat = (i < 20 ? "BALC-A-" : "ORCH-A-") + (1 + i % 20 % (i < 20 ? 20 : 10));
      threads.add(
          Thread.startVirtualThread(() -> outcomes.add(theatre.hold(caller, seat).outcome())));
    }
    for (Thread thread : threads) {
      thread.join();
    }

    assertThat(outcomes).hasSize(40).containsOnlyOnce("201");
    assertThat(outcomes).containsOnly("201", "409 ADMISSION_USED");
  }

  @Test
  void aBorrowedTokenIsRefused() {
    WaitingVisitor other = admitted("B");
    assertThat(theatre.hold(showing(other.token(), visitor.admissionToken()), "ORCH-A-1").outcome())
        .isEqualTo("403 ADMISSION_INVALID");

    Theatre elsewhere = theatre;
    Api caller = visitor.caller();
    letIn();
    assertThat(theatre.hold(caller, "ORCH-A-1").outcome())
        .as("of another performance")
        .isEqualTo("403 ADMISSION_INVALID");
    assertThat(
            theatre
                .buyer()
                .with("Visitor-Token", other.token())
                .get("/performances/" + theatre.performance + "/waiting-room/me")
                .outcome())
        .isEqualTo("403 ACCESS_DENIED");
    elsewhere.hold(caller, "ORCH-A-1").expecting(201);
  }

  @Test
  void anIdempotencyKeyIsTheVisitorsOwn() {
    Api caller = visitor.caller().with("Idempotency-Key", "my-key");
    Answer hold = theatre.hold(caller, "ORCH-A-1").expecting(201);

    Answer again = theatre.hold(caller, "ORCH-A-1").expecting(201);

    assertThat(again.body()).isEqualTo(hold.body());
    assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
  }
}
