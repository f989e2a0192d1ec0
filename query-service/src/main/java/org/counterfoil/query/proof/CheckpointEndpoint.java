package org.counterfoil.query.proof;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.counterfoil.eventstore.integrity.checkpoint.Checkpoints;
import org.counterfoil.eventstore.integrity.checkpoint.SignedCheckpoint;
import org.counterfoil.eventstore.integrity.proof.PublishedKey;
import org.counterfoil.http.position.Positions;
import org.counterfoil.http.problem.Problem;
import org.counterfoil.http.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the log was signed to be, and by whom. */
@RestController
@Tag(name = "Proof")
class CheckpointEndpoint {

  private static final MediaType NOTE = new MediaType("text", "plain", StandardCharsets.UTF_8);

  private final Checkpoints checkpoints;

  CheckpointEndpoint(Checkpoints checkpoints) {
    this.checkpoints = checkpoints;
  }

  /** The keys, the newest first. */
  record Keys(List<PublishedKey> keys) {}

  @GetMapping("/api/v1/log/checkpoint")
  @Operation(
      summary = "The newest signed checkpoint of the log, as a signed note",
      description =
          "Text as C2SP tlog-checkpoint and signed-note have it: the log's name, how many events it"
              + " has, the root of the tree over them (RFC 9162, base64), an empty line,"
              + " signatures. Keep one: whoever has it can tell whether the log still begins with"
              + " what it began with then.")
  ResponseEntity<byte[]> checkpoint(
      @Parameter(description = "The first checkpoint that covers this position instead")
          @RequestParam(required = false)
          @Nullable Long covering) {
    SignedCheckpoint found =
        (covering == null ? checkpoints.latest() : checkpoints.firstCovering(covering))
            .orElseThrow(CheckpointEndpoint::none);
    return ResponseEntity.ok()
        .contentType(NOTE)
        .cacheControl(CacheControl.noCache())
        .header(Positions.POSITION, Long.toString(found.checkpoint().size() - 1))
        .body(found.note().getBytes(StandardCharsets.UTF_8));
  }

  @GetMapping("/api/v1/log/keys")
  @Operation(
      summary = "The public keys that have ever signed a checkpoint, the newest first",
      description =
          "`publicKey` is Ed25519, 32 bytes. Take it once, by another way, and keep it: a key that"
              + " is asked for together with what it signed proves nothing.")
  Keys keys() {
    return new Keys(checkpoints.keys().stream().map(PublishedKey::of).toList());
  }

  static ProblemException none() {
    return Problem.refused(
            ProofRejection.NO_CHECKPOINT_YET,
            "Expected a signed checkpoint, but there is none yet; one is signed every few seconds")
        .exception();
  }
}
