package org.counterfoil.standalone.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.counterfoil.standalone.rehearsal.Rehearsal.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept of rehearsals, over the end of a process as well. */
class KeptRehearsalsTest {

  private static final Instant NOW = Instant.parse("2026-12-01T12:00:00Z");

  private static Rehearsal rehearsal(State state) {
    return new Rehearsal(
        UUID.randomUUID(),
        UUID.randomUUID(),
        UUID.randomUUID(),
        UUID.randomUUID(),
        "La Mouette",
        1,
        100,
        60,
        NOW,
        state == State.RUNNING ? null : NOW.plusSeconds(9),
        state,
        null,
        null,
        List.of(),
        null);
  }

  @Test
  void whatAStopOfTheProcessCutOffIsMarkedByTheNextStart(@TempDir Path folder) {
    Rehearsal cutOff = rehearsal(State.RUNNING);
    Rehearsal stopped = rehearsal(State.STOPPED);
    new KeptRehearsals(folder).keep(cutOff);
    new KeptRehearsals(folder).keep(stopped);
    KeptRehearsals afterTheStart = new KeptRehearsals(folder);
    assertThat(afterTheStart.find(cutOff.rehearsalId()).orElseThrow().state())
        .as("the control: unmarked it would run for ever")
        .isEqualTo(State.RUNNING);

    afterTheStart.endInterrupted(NOW.plusSeconds(60));

    Rehearsal marked = afterTheStart.find(cutOff.rehearsalId()).orElseThrow();
    assertThat(marked.state()).isEqualTo(State.FAILED);
    assertThat(marked.endedAt()).isEqualTo(NOW.plusSeconds(60));
    assertThat(marked.failure()).isEqualTo("Counterfoil was stopped before it was over");
    assertThat(marked.isSound()).isFalse();
    assertThat(afterTheStart.find(stopped.rehearsalId())).contains(stopped);
  }
}
