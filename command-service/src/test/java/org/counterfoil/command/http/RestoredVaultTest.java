package org.counterfoil.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.counterfoil.command.http.Api.Answer;
import org.counterfoil.eventstore.integrity.tree.TreeHasher;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * A vault that is restored: what was erased stays so, and what is not there is not told as erased.
 */
class RestoredVaultTest {

  private static final String EMAIL = "back@example.org";

  private static RunningService service;

  /** It looks at nothing by itself: what is done is done at its start. */
  @BeforeAll
  static void start() {
    service = RunningService.start(Map.of("counterfoil.vault.review-every", "1h"));
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  private final Theatre theatre = Theatre.in(service);
  private final Visitors visitors = Visitors.of(theatre);

  private Answer erase(String subject) {
    return visitors
        .officer()
        .post(visitors.path("/subjects/" + subject + "/erasure"), "{\"reasonCode\":\"REQUEST\"}");
  }

  private JsonNode found() {
    return visitors.search(EMAIL).expecting(200).json().at("/items");
  }

  private static String leaf(long position) {
    return HexFormat.of()
        .formatHex(new TreeHasher().leaf(service.log().read(position - 1, 1).getFirst().entry()));
  }

  /** Somebody who is erased, and a vault of before. */
  private record Erased(String subject, OlderVault older, String certificate, long position) {}

  private Erased somebodyErased() {
    visitors.order("ORCH-A-1", visitors.delivered(EMAIL, "")).expecting(201);
    String subject = visitors.subject(EMAIL);
    OlderVault older = OlderVault.of(service);
    Answer certificate = erase(subject).expecting(200);
    assertThat(visitors.kept()).isZero();
    return new Erased(
        subject, older, certificate.body(), certificate.json().at("/position").asLong());
  }

  @Test
  void anOlderOneIsErasedAgainBeforeItServes_andTheCertificateStays() {
    Erased erased = somebodyErased();
    erased.older().restore();
    assertThat(visitors.kept()).as("the older vault has it again").isEqualTo(1);

    service.restart();

    assertThat(found()).isEmpty();
    assertThat(visitors.kept()).isZero();
    assertThat(visitors.export(erased.subject()).expecting(200).json().at("/values")).isEmpty();
    assertThat(erase(erased.subject()).expecting(200).body()).isEqualTo(erased.certificate());
  }

  /** The twin of the test before: whoever is not erased again is found again. */
  @Test
  void whatTheVaultSaysThatItHasFollowedIsNotReadAgain() {
    Erased erased = somebodyErased();
    erased.older().claiming(erased.position(), leaf(erased.position())).restore();

    service.restart();

    assertThat(found()).hasSize(1);
    assertThat(visitors.kept()).isEqualTo(1);
  }

  /**
   * Somebody who objected and was erased, whose address reads the newsletter; and a vault of
   * before.
   *
   * @param position of the log when it had objected and was not yet erased
   */
  private record Objected(OlderVault older, long position) {}

  private Objected somebodyObjected() {
    visitors.order("ORCH-A-1", visitors.delivered(EMAIL, "")).expecting(201);
    String subject = visitors.subject(EMAIL);
    visitors.agree(EMAIL);
    assertThat(listed()).isEqualTo(1);
    OlderVault older = OlderVault.of(service);
    visitors
        .officer()
        .post(visitors.path("/subjects/" + subject + "/objections"), "{\"purpose\":\"newsletter\"}")
        .expecting(204);
    long position = visitors.position();
    erase(subject).expecting(200);
    assertThat(listed()).as("the address objected").isZero();
    return new Objected(older, position);
  }

  private int listed() {
    return visitors
        .officer()
        .with("Disclosure-Reason", "MAILING")
        .post(visitors.path("/mailing-lists"), "{\"purpose\":\"newsletter\"}")
        .expecting(200)
        .json()
        .at("/items")
        .size();
  }

  @Test
  void whoObjectedSinceIsMarkedAgain_beforeItIsErasedAgain() {
    somebodyObjected().older().restore();

    service.restart();

    assertThat(listed()).isZero();
    assertThat(found()).as("who reads it; who objected is erased").hasSize(1);
  }

  /** The twin: the marks of the older vault alone know nothing of it. */
  @Test
  void anObjectionThatTheVaultSaysItHasFollowedIsNotMarkedAgain() {
    Objected objected = somebodyObjected();
    objected.older().claiming(objected.position(), leaf(objected.position())).restore();

    service.restart();

    assertThat(found()).as("who objected is erased again all the same").hasSize(1);
    assertThat(listed()).isEqualTo(1);
  }

  @Test
  void aVaultThatFollowedAnotherLogIsErasedFromTheBeginning() {
    Erased erased = somebodyErased();
    erased.older().claiming(erased.position(), leaf(erased.position() - 1)).restore();

    service.restart();

    assertThat(found()).isEmpty();
    assertThat(visitors.kept()).isZero();
  }

  @Test
  void aVaultThatFollowedALongerLogIsErasedFromTheBeginning() {
    Erased erased = somebodyErased();
    erased.older().claiming(1_000_000_000, leaf(erased.position())).restore();

    service.restart();

    assertThat(found()).isEmpty();
  }

  @Test
  void withoutItsVaultALogSaysThatItIsAway_andNeverThatAnybodyWasErased() {
    visitors.order("ORCH-A-1", visitors.delivered(EMAIL, "")).expecting(201);
    String subject = visitors.subject(EMAIL);
    OlderVault kept = OlderVault.of(service);
    kept.empty();

    service.restart();

    long position = visitors.position();
    List<Answer> refused =
        List.of(
            visitors.export(subject),
            visitors.search(EMAIL),
            erase(subject),
            visitors.order("ORCH-A-2", visitors.delivered(EMAIL, "")));
    assertThat(refused)
        .allSatisfy(
            answer -> {
              assertThat(answer.outcome()).isEqualTo("503 VAULT_UNAVAILABLE");
              assertThat(answer.header("Retry-After")).isNotEmpty();
            });
    visitors.order("ORCH-A-3", "").expecting(201);
    assertThat(visitors.recorded(position)).isEmpty();

    kept.restore();

    assertThat(visitors.export(subject).expecting(200).body()).contains(EMAIL);
  }
}
