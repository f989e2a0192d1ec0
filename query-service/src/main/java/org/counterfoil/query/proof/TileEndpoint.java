package org.counterfoil.query.proof;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import org.counterfoil.eventstore.integrity.proof.LogProofs;
import org.counterfoil.eventstore.integrity.tile.Tile;
import org.counterfoil.eventstore.integrity.tile.TilePath;
import org.counterfoil.http.problem.Problem;
import org.counterfoil.http.problem.ProblemException;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The hashes of the tree in tiles, for whoever mirrors or watches the log. */
@RestController
@Tag(name = "Proof")
class TileEndpoint {

  private static final CacheControl FOR_EVER =
      CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

  private final LogProofs proofs;

  TileEndpoint(LogProofs proofs) {
    this.proofs = proofs;
  }

  @GetMapping("/api/v1/log/tile/{level}/{*path}")
  @Operation(
      summary = "Up to 256 hashes of the tree (C2SP tlog-tiles)",
      description =
          "32 bytes each. The path is `<N>` or, for a tile that is not full, `<N>.p/<W>`, with N as"
              + " in `x001/x234/067`. Bundles of entries are not published.")
  ResponseEntity<byte[]> tile(@PathVariable int level, @PathVariable String path) {
    TilePath wanted = TilePath.read(path.substring(1)); // it comes with its slash
    if (wanted == null || level < 0 || level >= Tile.LEVELS) {
      throw unknown();
    }
    Tile tile =
        proofs.tile(level, wanted.index(), wanted.width()).orElseThrow(TileEndpoint::unknown);
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_OCTET_STREAM)
        .cacheControl(FOR_EVER)
        .body(tile.hashes());
  }

  private static ProblemException unknown() {
    return Problem.refused(
            ProofRejection.UNKNOWN_TILE, "Expected the path of a tile, but there is none of it")
        .exception();
  }
}
