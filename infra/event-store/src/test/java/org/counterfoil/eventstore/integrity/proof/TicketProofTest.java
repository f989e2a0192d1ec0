package org.counterfoil.eventstore.integrity.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.counterfoil.eventstore.TestEvents.id;
import static org.counterfoil.eventstore.TestEvents.message;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldSold;
import org.counterfoil.eventstore.codec.SampleEvents;
import org.counterfoil.eventstore.integrity.checkpoint.SignedCheckpoint;
import org.counterfoil.eventstore.integrity.checkpoint.SigningKey;
import org.counterfoil.eventstore.integrity.checkpoint.VerifierKey;
import org.counterfoil.eventstore.integrity.growth.GrowingLog;
import org.counterfoil.eventstore.integrity.tree.NodeHash;
import org.counterfoil.eventstore.integrity.tree.ProofCheck;
import org.counterfoil.eventstore.integrity.tree.TreeHasher;
import org.counterfoil.eventstore.integrity.verify.TicketVerification;
import org.counterfoil.eventstore.log.RecordedEvent;
import org.counterfoil.eventstore.schema.DatabaseRoles;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TicketProofTest {

  private static final long POSITION = 300;

  @TempDir private Path data;
  private GrowingLog log;
  private SignedCheckpoint checkpoint;
  private LogProofs proofs;
  private HoldSold sold;

  @BeforeEach
  void sell() throws SQLException {
    log = new GrowingLog(data.resolve("keys"));
    proofs = new LogProofs(log.store().as(DatabaseRoles.READER));
    sold =
        (HoldSold)
            SampleEvents.all().stream()
                .filter(HoldSold.class::isInstance)
                .findFirst()
                .orElseThrow();
    log.append((int) POSITION);
    log.store()
        .transactions()
        .executeWithoutResult(
            s -> log.store().engine().appendEvents(List.of(message(id(), 0, sold))));
    log.append(1_000);
    checkpoint = log.signAll();
  }

  @AfterEach
  void close() {
    log.close();
  }

  private TicketProof proof() {
    byte[] entry = entry(POSITION).entry();
    long size = checkpoint.checkpoint().size();
    return TicketProof.of(
        ticket(), POSITION, entry, proofs.inclusion(POSITION, size), checkpoint, log.verifiers());
  }

  private UUID ticket() {
    return sold.tickets().getFirst().ticket().ticketId().value();
  }

  @Test
  void provesTheSaleOfATicketWithNothingButThePublicKey() {
    TicketProof read = TicketProof.parse(proof().json());

    TicketVerification.ProvenSale sale = TicketVerification.check(read, log.verifiers());

    assertThat(sale.ticket()).isEqualTo(sold.tickets().getFirst());
    assertThat(read).isEqualTo(proof());
  }

  @Test
  void anyOtherProofIsRefused() {
    TicketProof right = proof();
    String otherEntry =
        TicketProof.of(ticket(), 0, entry(0).entry(), List.of(), checkpoint, List.of()).entry();
    List<String> fewer = right.hashes().subList(1, right.hashes().size());
    for (TicketProof wrong :
        List.of(
            with(right, right.ticketId(), 301, right.entry(), right.hashes(), right.checkpoint()),
            with(right, right.ticketId(), POSITION, otherEntry, right.hashes(), right.checkpoint()),
            with(right, right.ticketId(), POSITION, right.entry(), fewer, right.checkpoint()),
            with(
                right,
                UUID.randomUUID(),
                POSITION,
                right.entry(),
                right.hashes(),
                right.checkpoint()),
            with(
                right,
                right.ticketId(),
                POSITION,
                right.entry(),
                right.hashes(),
                right.checkpoint().replace("1301", "1302")))) {
      assertThatThrownBy(() -> TicketVerification.check(wrong, log.verifiers()))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith("Expected");
    }
    VerifierKey stranger = SigningKey.generate(log.keys().origin()).verifier();
    assertThatThrownBy(() -> TicketVerification.check(right, List.of(stranger)))
        .hasMessageContaining("the given key has signed");
    assertThatThrownBy(() -> TicketProof.parse("{}")).isInstanceOf(RuntimeException.class);
  }

  @Test
  void provesInclusionAndConsistencyForEverySizeTheTreeHasHad() {
    NodeHash leaf = NodeHash.of(new TreeHasher().leaf(entry(POSITION).entry()));
    NodeHash root = checkpoint.checkpoint().root();
    long size = checkpoint.checkpoint().size();
    assertThat(proofs.treeSize()).isEqualTo(size);
    assertThat(ProofCheck.isIncluded(leaf, POSITION, size, proofs.inclusion(POSITION, size), root))
        .isTrue();
    assertThat(proofs.tile(0, 1, 256)).isPresent();
    assertThat(proofs.tile(0, 5, 21).orElseThrow().width()).isEqualTo(21);
    assertThat(proofs.tile(0, 5, 22)).isEmpty();
    assertThat(proofs.tile(1, 0, 5)).isPresent();
  }

  private static TicketProof with(
      TicketProof proof,
      UUID ticket,
      long position,
      String entry,
      List<String> hashes,
      String checkpoint) {
    return new TicketProof(
        proof.format(),
        ticket,
        position,
        entry,
        proof.treeSize(),
        hashes,
        checkpoint,
        proof.keys());
  }

  private RecordedEvent entry(long position) {
    return log.store().log().read(position - 1, 1).getFirst();
  }
}
