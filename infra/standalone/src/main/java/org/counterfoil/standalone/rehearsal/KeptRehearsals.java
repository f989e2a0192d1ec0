package org.counterfoil.standalone.rehearsal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.counterfoil.standalone.rehearsal.Rehearsal.State;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The rehearsals there were, one file each in the data folder. They are reports of tests, not facts
 * of a sale: they are not in the log, and a file may be deleted.
 */
final class KeptRehearsals {

  private static final String SUFFIX = ".json";

  private final JsonMapper json =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES) // of earlier versions
          .build();
  private final Path folder;

  KeptRehearsals(Path folder) {
    this.folder = folder;
  }

  /** Keeps it, in place of what was kept of it before: the whole of it or nothing new. */
  void keep(Rehearsal rehearsal) {
    Path file = file(rehearsal.rehearsalId());
    Path part = folder.resolve(rehearsal.rehearsalId() + ".part");
    try {
      Files.createDirectories(folder);
      Files.write(part, json.writeValueAsBytes(rehearsal));
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException failed) {
      throw new UncheckedIOException("Expected to keep a rehearsal, but could not", failed);
    }
  }

  Optional<Rehearsal> find(UUID rehearsalId) {
    Path file = file(rehearsalId);
    return Files.exists(file) ? Optional.of(read(file)) : Optional.empty();
  }

  /** Those of a performance, the newest first. */
  List<Rehearsal> of(UUID performanceId) {
    return all().stream()
        .filter(
            rehearsal ->
                rehearsal.performanceId().equals(performanceId)
                    || rehearsal.trainingId().equals(performanceId))
        .toList();
  }

  /** Marks those that a stop of the process cut off. */
  void endInterrupted(Instant now) {
    for (Rehearsal each : all()) {
      if (each.state() == State.RUNNING) {
        keep(each.failed(now, "Counterfoil was stopped before it was over"));
      }
    }
  }

  private List<Rehearsal> all() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().endsWith(SUFFIX))
          .map(this::read)
          .sorted(Comparator.comparing(Rehearsal::startedAt).reversed())
          .toList();
    } catch (IOException failed) {
      throw new UncheckedIOException("Expected to list the rehearsals, but could not", failed);
    }
  }

  private Rehearsal read(Path file) {
    try {
      return json.readValue(Files.readAllBytes(file), Rehearsal.class);
    } catch (IOException | JacksonException unreadable) {
      throw new IllegalStateException(
          "Expected a rehearsal in " + file.getFileName() + ", but it is none", unreadable);
    }
  }

  private Path file(UUID rehearsalId) {
    return folder.resolve(rehearsalId + SUFFIX);
  }
}
