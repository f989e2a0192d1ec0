package org.counterfoil.query.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.counterfoil.domain.access.Role;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldSold;
import org.counterfoil.domain.seathold.TicketId;
import org.counterfoil.eventstore.integrity.checkpoint.Checkpoint;
import org.counterfoil.eventstore.integrity.checkpoint.SignedNote;
import org.counterfoil.eventstore.integrity.checkpoint.SigningKey;
import org.counterfoil.eventstore.integrity.checkpoint.VerifierKey;
import org.counterfoil.eventstore.integrity.growth.LogIntegrity;
import org.counterfoil.eventstore.integrity.proof.TicketProof;
import org.counterfoil.eventstore.integrity.tree.NodeHash;
import org.counterfoil.eventstore.integrity.tree.ProofCheck;
import org.counterfoil.eventstore.integrity.tree.TreeHasher;
import org.counterfoil.eventstore.integrity.verify.TicketVerification;
import org.counterfoil.http.access.Secrets;
import org.counterfoil.query.given.Onsale;
import org.counterfoil.query.given.RunningQueryService;
import org.counterfoil.query.given.TestLog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What anybody can ask and check over HTTP, with what the answers say and nothing else. */
class ProofTest {

  private static final String LOG = "/api/v1/log";

  private final RunningQueryService service = RunningQueryService.shared();
  private LogIntegrity signing;
  private Onsale given;
  private HoldSold sold;
  private long soldPosition;

  @BeforeEach
  void sell() {
    signing = service.sign();
    given = Onsale.on(service);
    given.office().sellSeats(given.performance(), 0, 2);
    for (TestLog.Written written : service.log().written()) {
      if (written.event() instanceof HoldSold event
          && event.performanceId().equals(given.performance())) {
        sold = event;
        soldPosition = written.position();
      }
    }
    service.awaitSigned();
  }

  @AfterEach
  void close() {
    signing.close();
  }

  @Test
  void aCheckpointIsSignedByAPublishedKey_andCoversTheLog() {
    HttpResponse<String> answer = service.get(LOG + "/checkpoint");
    SignedNote note = SignedNote.parse(answer.body());
    Checkpoint checkpoint = Checkpoint.parse(note.text());
    JsonNode key = RunningQueryService.json(service.get(LOG + "/keys")).at("/keys/0");
    VerifierKey verifier =
        new VerifierKey(
            key.get("name").asString(),
            Base64.getDecoder().decode(key.get("publicKey").asString()));

    assertThat(answer.headers().firstValue("Content-Type"))
        .hasValueSatisfying(
            type -> assertThat(type).isEqualToIgnoringCase("text/plain;charset=utf-8"));
    assertThat(note.isSignedByOneOf(List.of(verifier))).isTrue();
    assertThat(key.get("keyId").asString()).isEqualTo(verifier.idText());
    assertThat(checkpoint.size()).isGreaterThan(soldPosition);
    assertThat(answer.headers().firstValue("Counterfoil-Position"))
        .contains(Long.toString(checkpoint.size() - 1));
    SignedNote first =
        SignedNote.parse(service.get(LOG + "/checkpoint?covering=" + soldPosition).body());
    assertThat(Checkpoint.parse(first.text()).size()).isGreaterThan(soldPosition);
    HttpResponse<String> none = service.get(LOG + "/checkpoint?covering=999999999");
    assertThat(none.statusCode()).isEqualTo(404);
    assertThat(none.body()).contains("NO_CHECKPOINT_YET");
  }

  @Test
  void anEntryIsProvenToBeIncluded_andALaterLogToContinueAnEarlierOne() {
    Checkpoint before = checkpoint();
    NodeHash leaf = NodeHash.of(new TreeHasher().leaf(entry(soldPosition)));
    given.office().sellSeats(given.performance(), 2, 3);
    service.awaitSigned();
    Checkpoint after = checkpoint();

    assertThat(after.size()).isGreaterThan(before.size());
    List<NodeHash> inclusion =
        hashes("/proofs/inclusion?position=" + soldPosition + "&treeSize=" + after.size());
    assertThat(ProofCheck.isIncluded(leaf, soldPosition, after.size(), inclusion, after.root()))
        .isTrue();
    List<NodeHash> consistency =
        hashes("/proofs/consistency?from=" + before.size() + "&to=" + after.size());
    assertThat(
            ProofCheck.isConsistent(
                before.size(), before.root(), after.size(), after.root(), consistency))
        .isTrue();
    assertThat(hashes("/proofs/consistency?from=5&to=5")).isEmpty();
  }

  @Test
  void whatCannotBeProvenIsRefused() {
    long size = checkpoint().size();
    for (String[] wrong :
        new String[][] {
          {"/proofs/consistency?from=0&to=" + size, "from"},
          {"/proofs/consistency?from=-1&to=" + size, "from"},
          {"/proofs/consistency?from=3&to=2", "from"},
          {"/proofs/consistency?from=1&to=99999999", "to"},
          {"/proofs/consistency?from=1", "to"},
          {"/proofs/consistency?from=x&to=2", "from"},
          {"/proofs/inclusion?position=" + size + "&treeSize=" + size, "position"},
          {"/proofs/inclusion?position=-1&treeSize=" + size, "position"},
          {"/proofs/inclusion?position=0&treeSize=0", "treeSize"},
          {"/proofs/inclusion?position=0&treeSize=99999999", "treeSize"},
          {"/proofs/inclusion?position=0", "treeSize"}
        }) {
      HttpResponse<String> answer = service.get(LOG + wrong[0]);
      assertThat(answer.statusCode()).as(wrong[0]).isEqualTo(400);
      assertThat(answer.body()).as(wrong[0]).contains("\"field\":\"" + wrong[1] + "\"");
    }
  }

  @Test
  void entriesAreThoseOfTheirOrganisation() {
    String path = LOG + "/entries/" + soldPosition;
    assertThat(service.get(path).statusCode()).isEqualTo(401);
    assertThat(service.get(path, as(Role.AUDITOR)).statusCode()).isEqualTo(200);
    Onsale other = Onsale.on(service);
    assertThat(service.get(path, "Authorization", "Bearer " + other.token()).statusCode())
        .isEqualTo(403);
    assertThat(entry(soldPosition))
        .isEqualTo(service.log().log().read(soldPosition - 1, 1).getFirst().entry());
    for (String unknown : List.of("-1", "999999999")) {
      assertThat(service.get(LOG + "/entries/" + unknown, as(Role.AUDITOR)).statusCode())
          .isEqualTo(404);
    }
    String platform = service.token(Role.PLATFORM_ADMIN, null);
    String nobodys = LOG + "/entries/" + service.log().last(); // that token's
    assertThat(service.get(nobodys, as(Role.ADMIN)).statusCode()).isEqualTo(403);
    assertThat(service.get(nobodys, service.upToDate(platform)).statusCode()).isEqualTo(200);
  }

  @Test
  void aTicketsBundleIsCheckedWithThePublicKeyAlone() {
    String path = "/api/v1/tickets/" + ticket() + "/proof";
    String secret = service.bean(Secrets.class).orderSecret(sold.orderId());
    HttpResponse<String> answer = service.get(path, "Order-Secret", secret);

    TicketProof proof = TicketProof.parse(answer.body());

    List<VerifierKey> kept = service.keys().keys().stream().map(SigningKey::verifier).toList();
    assertThat(TicketVerification.check(proof, kept).ticket()).isEqualTo(sold.tickets().getFirst());
    assertThat(proof.position()).isEqualTo(soldPosition);
    assertThat(service.get(path, as(Role.ACCOUNTANT)).statusCode()).isEqualTo(200);
    assertThat(service.get(path, "Order-Secret", "wrong").statusCode()).isEqualTo(403);
    assertThat(service.get(path).statusCode()).isEqualTo(401);
    HttpResponse<String> unknown =
        service.get("/api/v1/tickets/" + given.office().id() + "/proof", as(Role.ADMIN));
    assertThat(unknown.statusCode()).isEqualTo(404);
    assertThat(unknown.body()).contains("UNKNOWN_TICKET");
  }

  @Test
  void aSaleThatIsNotSignedForYetIsAskedForAgainLater() {
    signing.close();
    given.office().sellSeats(given.performance(), 10, 1);
    HoldSold late =
        (HoldSold)
            service.log().written().stream()
                .map(TestLog.Written::event)
                .filter(HoldSold.class::isInstance)
                .reduce((one, next) -> next)
                .orElseThrow();
    String path = "/api/v1/tickets/" + late.tickets().getFirst().ticket().ticketId() + "/proof";

    HttpResponse<String> early = service.get(path, given.upToDate());

    assertThat(early.statusCode()).isEqualTo(503);
    assertThat(early.body()).contains("POSITION_NOT_REACHED");
    assertThat(early.headers().firstValue("Retry-After")).isPresent();
    signing = service.sign();
    service.awaitSigned();
    assertThat(service.get(path, given.upToDate()).statusCode()).isEqualTo(200);
  }

  @Test
  void tilesHoldTheHashesOfEntries() throws Exception {
    HttpResponse<byte[]> tile =
        service
            .client()
            .send(service.request(LOG + "/tile/0/000.p/3").build(), BodyHandlers.ofByteArray());

    assertThat(tile.statusCode()).isEqualTo(200);
    assertThat(tile.body()).hasSize(96);
    byte[] leaf = new TreeHasher().leaf(service.log().log().read(0, 1).getFirst().entry());
    assertThat(HexFormat.of().formatHex(tile.body(), 32, 64))
        .isEqualTo(HexFormat.of().formatHex(leaf));
    for (String unknown :
        List.of("0/999", "0/0", "0/000.p/0", "8/000", "-1/000", "0/000/", "7/000")) {
      assertThat(service.get(LOG + "/tile/" + unknown).statusCode()).as(unknown).isEqualTo(404);
    }
    assertThat(service.get(LOG + "/tile/entries/000").statusCode()).isEqualTo(400);
  }

  @Test
  void thePageShowsTheCheckpointAndTheKeys_inBothLanguages() {
    String origin = checkpoint().origin();
    String french = service.get("/proof", "Accept-Language", "fr").body();
    String english = service.get("/proof", "Accept-Language", "en").body();

    assertThat(french).contains("Le dernier point de contrôle", origin).doesNotContain("??");
    assertThat(english).contains("The newest checkpoint", origin, "— " + origin);
  }

  private TicketId ticket() {
    return sold.tickets().getFirst().ticket().ticketId();
  }

  private Checkpoint checkpoint() {
    return Checkpoint.parse(SignedNote.parse(service.get(LOG + "/checkpoint").body()).text());
  }

  private byte[] entry(long position) {
    HttpResponse<String> answer = service.get(LOG + "/entries/" + position, as(Role.AUDITOR));
    return Base64.getDecoder().decode(RunningQueryService.json(answer).get("entry").asString());
  }

  private List<NodeHash> hashes(String path) {
    List<NodeHash> hashes = new ArrayList<>();
    for (JsonNode hash : RunningQueryService.json(service.get(LOG + path)).get("hashes")) {
      hashes.add(NodeHash.ofBase64(hash.asString()));
    }
    return hashes;
  }

  private String[] as(Role role) {
    return service.upToDate(service.token(role, given.organisation()));
  }
}
