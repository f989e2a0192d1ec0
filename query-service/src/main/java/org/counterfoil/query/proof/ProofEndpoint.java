package org.counterfoil.query.proof;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.List;
import org.counterfoil.eventstore.integrity.proof.LogProofs;
import org.counterfoil.eventstore.integrity.tree.NodeHash;
import org.counterfoil.http.position.Positions;
import org.counterfoil.http.problem.Problem;
import org.counterfoil.http.problem.Violation;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Proofs about the log, for everybody. */
@RestController
@Tag(name = "Proof")
class ProofEndpoint {

  private final LogProofs proofs;

  ProofEndpoint(LogProofs proofs) {
    this.proofs = proofs;
  }

  /** Hashes in base64, in the order in which RFC 9162 has them. */
  record Hashes(List<String> hashes) {

    static Hashes of(List<NodeHash> proof) {
      return new Hashes(proof.stream().map(NodeHash::base64).toList());
    }
  }

  @GetMapping("/api/v1/log/proofs/inclusion")
  @Operation(summary = "Proves that the event at a position is in the log (RFC 9162, 2.1.3)")
  ResponseEntity<Hashes> inclusion(
      @Parameter(description = "From 0, below the size") @RequestParam long position,
      @Parameter(description = "How many events the log had: the size of a checkpoint")
          @RequestParam
          long treeSize) {
    List<Violation> wrong = new ArrayList<>();
    requireSize("treeSize", treeSize, wrong);
    if (position < 0 || position >= treeSize) {
      wrong.add(new Violation("position", "Expected 0 to treeSize - 1, but it is not"));
    }
    refuse(wrong);
    return at(treeSize, proofs.inclusion(position, treeSize));
  }

  @GetMapping("/api/v1/log/proofs/consistency")
  @Operation(
      summary = "Proves that the log of one size is the beginning of a later one (RFC 9162, 2.1.4)")
  ResponseEntity<Hashes> consistency(
      @Parameter(description = "The size of the earlier checkpoint, 1 or more") @RequestParam
          long from,
      @Parameter(description = "The size of the later one") @RequestParam long to) {
    List<Violation> wrong = new ArrayList<>();
    requireSize("to", to, wrong);
    if (from < 1 || from > to) {
      wrong.add(
          new Violation(
              "from", "Expected 1 to the later size, but it is not: of nothing, every log is one"));
    }
    refuse(wrong);
    return at(to, proofs.consistency(from, to));
  }

  private void requireSize(String field, long size, List<Violation> wrong) {
    long known = proofs.treeSize();
    if (size < 1 || size > known) {
      wrong.add(
          new Violation(field, "Expected 1 to " + known + ", the size of the tree, but it is not"));
    }
  }

  private static void refuse(List<Violation> wrong) {
    if (!wrong.isEmpty()) {
      throw Problem.invalid(wrong).exception();
    }
  }

  private static ResponseEntity<Hashes> at(long size, List<NodeHash> proof) {
    return ResponseEntity.ok()
        .header(Positions.POSITION, Long.toString(size - 1))
        .body(Hashes.of(proof));
  }
}
