package org.counterfoil.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The demonstration is loaded into an empty data folder, once, and is still there later. */
class DemonstrationTest {

  @Test
  void anEmptyFolderGetsIt_andAFolderWithDataIsLeftAlone(@TempDir Path data) {
    JsonNode first;
    try (RunningProcess counterfoil = RunningProcess.start(data)) {
      Shop shop = new Shop(counterfoil.port());
      first = shop.get("/operations/projections");
    }
    long loaded = first.get("items").get(0).get("position").asLong();
    assertThat(loaded).isGreaterThan(1_000);

    try (RunningProcess counterfoil = RunningProcess.start(data)) {
      Shop shop = new Shop(counterfoil.port());
      JsonNode again = shop.get("/operations/projections");
      assertThat(again.get("items").get(0).get("position").asLong())
          .as("only a login link and closings of days that are over are new")
          .isLessThanOrEqualTo(loaded + 400);
    }
  }
}
