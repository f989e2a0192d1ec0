package org.counterfoil.eventstore.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.counterfoil.domain.performance.PerformanceEvent.PerformanceScheduled;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class PerformancesTakePlaceTest {

  private static final Path OLD =
      Path.of("src", "test", "resources", "approved", "performance.scheduled.r1.json");

  @Test
  void whatWasScheduledBeforeThereWasTrainingTakesPlace() throws IOException {
    Envelope read = EventCodec.domain().decode(old());

    assertThat(((PerformanceScheduled) read.payload()).isTraining()).isFalse();
    assertThat(((PerformanceScheduled) read.payload()).seatCount()).isEqualTo(738);
  }

  @Test
  void withoutTheUpcasterItIsNotRead() {
    EventCodec codec = new EventCodec(EventCatalogue.domain(), List.of());

    assertThatThrownBy(() -> codec.decode(old())).isInstanceOf(UnknownEventName.class);
  }

  private static byte[] old() throws IOException {
    JsonMapper plain = JsonMapper.builder().build();
    return plain.writeValueAsBytes(plain.readTree(Files.readAllBytes(OLD)));
  }
}
