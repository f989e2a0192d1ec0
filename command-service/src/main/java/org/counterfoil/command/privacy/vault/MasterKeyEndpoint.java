package org.counterfoil.command.privacy.vault;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.counterfoil.command.exchange.Sent;
import org.counterfoil.http.problem.Problem;
import org.counterfoil.http.problem.ProblemException;
import org.counterfoil.vault.MasterKeyRotation;
import org.counterfoil.vault.RotatingMasterKey;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The versions of the key that opens all others: which encrypts, and which may go. */
@RestController
@Tag(name = "Operations")
final class MasterKeyEndpoint {

  private static final String PATH = "/api/v1/operations/master-key";

  private final OpenedVault vault;
  private final VaultProperties properties;
  private final RewrapProcess rewrapping;
  private final Clock clock;

  MasterKeyEndpoint(
      OpenedVault vault, VaultProperties properties, RewrapProcess rewrapping, Clock clock) {
    this.vault = vault;
    this.properties = properties;
    this.rewrapping = rewrapping;
    this.clock = clock;
  }

  /**
   * The master key; nothing of it is secret.
   *
   * @param version that encrypts
   * @param completeSince since when no other one is needed; missing while one is
   * @param versions all of them, and whatever else keys say encrypted them
   */
  record MasterKeyState(
      @Schema(example = "2718281828") String version,
      @Nullable Instant completeSince,
      List<VersionState> versions) {}

  /**
   * A version.
   *
   * @param version empty for keys of before versions were noted
   * @param keyCount how many keys only this one opens
   */
  record VersionState(@Schema(example = "2718281828") String version, long keyCount) {}

  /**
   * A version to be made.
   *
   * @param after the newest that is known to whoever asks: repeating it makes no other
   */
  record NewVersion(@Schema(example = "2718281828") String after) {}

  @GetMapping(PATH)
  @Operation(
      summary = "The versions of the master key, and how many keys each of them opens",
      description =
          "A new version encrypts from the moment it is made; all keys are encrypted by it anew in the"
              + " background. What was told is neither read nor changed by that.")
  MasterKeyState state() {
    MasterKeyRotation rotation = vault.rotation();
    String newest = rotation.master().newest().name();
    Map<String, Long> counts = rotation.counts();
    Set<String> names = new LinkedHashSet<>(counts.keySet());
    if (rotation.master() instanceof RotatingMasterKey versions) {
      names.addAll(versions.versions());
    }
    names.add(newest);
    return new MasterKeyState(
        newest,
        rotation.completeSince(newest).orElse(null),
        names.stream().map(name -> new VersionState(name, counts.getOrDefault(name, 0L))).toList());
  }

  @PostMapping(PATH + "/versions")
  @Operation(
      summary = "Make a new version of the master key",
      description =
          "409 MASTER_KEY_CHANGED where the newest is not the one named in \"after\"; 409"
              + " MASTER_KEY_ELSEWHERE where a key service has it.")
  @ApiResponse(responseCode = "201", description = "It encrypts from now on")
  ResponseEntity<MasterKeyState> rotate(@RequestBody Sent<NewVersion> sent) {
    RotatingMasterKey key = rotating();
    String before = key.newest().name();
    if (!before.equals(sent.value().after())) {
      throw refused(
          MasterKeyRejection.MASTER_KEY_CHANGED,
          "Expected the newest version to be the one named, but it is " + before);
    }
    if (key.rotate(before).equals(before)) {
      throw refused(
          MasterKeyRejection.MASTER_KEY_CHANGED, "Expected a new version, but there is none");
    }
    rewrapping.wake();
    MasterKeyState state = state();
    return ResponseEntity.created(URI.create(PATH + "/versions/" + state.version())).body(state);
  }

  @DeleteMapping(PATH + "/versions/{version}")
  @Operation(
      summary = "Drop an older version of the master key, for good",
      description =
          "409 MASTER_KEY_VERSION_IN_USE while it opens keys, 409"
              + " MASTER_KEY_VERSION_IN_BACKUPS while a backup of the vault may need it"
              + " (counterfoil.vault.backup-life), unless despiteBackups=true, which makes these"
              + " unreadable.")
  @ApiResponse(responseCode = "204", description = "It is gone")
  ResponseEntity<Void> drop(
      @PathVariable String version,
      @RequestParam(name = "despiteBackups", defaultValue = "false") boolean despiteBackups) {
    RotatingMasterKey key = rotating();
    MasterKeyRotation rotation = vault.rotation();
    String newest = key.newest().name();
    List<String> older = new ArrayList<>(key.versions());
    older.remove(newest);
    if (version.equals(newest) || !rotation.counts().keySet().stream().allMatch(newest::equals)) {
      throw refused(
          MasterKeyRejection.MASTER_KEY_VERSION_IN_USE,
          "Expected all keys to be encrypted by version %s, but they are not".formatted(newest));
    }
    if (!older.contains(version)) {
      throw refused(
          MasterKeyRejection.UNKNOWN_MASTER_KEY_VERSION,
          "Expected one of " + older + ", but got another");
    }
    if (!despiteBackups && !areBackupsGone(rotation, newest)) {
      throw refused(
          MasterKeyRejection.MASTER_KEY_VERSION_IN_BACKUPS,
          "Expected all backups to be of version %s, but older ones live for %s"
              .formatted(newest, properties.backupLife()));
    }
    key.drop(version);
    return ResponseEntity.noContent().build();
  }

  private boolean areBackupsGone(MasterKeyRotation rotation, String newest) {
    return rotation
        .completeSince(newest)
        .map(since -> since.atZone(ZoneOffset.UTC).plus(properties.backupLife()).toInstant())
        .filter(gone -> gone.isBefore(clock.instant()))
        .isPresent();
  }

  private RotatingMasterKey rotating() {
    if (vault.rotation().master() instanceof RotatingMasterKey key) {
      return key;
    }
    throw refused(
        MasterKeyRejection.MASTER_KEY_ELSEWHERE,
        "Expected a master key in a file, but a key service has it, which rotates it");
  }

  private static ProblemException refused(MasterKeyRejection rejection, String detail) {
    return Problem.refused(rejection, detail).exception();
  }
}
