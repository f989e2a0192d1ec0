package org.counterfoil.eventstore.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.counterfoil.domain.OrderId;
import org.counterfoil.domain.seathold.HoldId;
import org.counterfoil.domain.seathold.HoldStatus;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;

class DomainSmileTest {

  private static final HoldId HOLD = new HoldId(new UUID(0x7000, Long.MIN_VALUE | 1));

  record Copy(
      Map<HoldStatus, List<HoldId>> ended, Instant at, @Nullable OrderId order, int count) {}

  @Test
  void whatWasWrittenIsReadAgain_toTheNanosecond() {
    Map<HoldStatus, List<HoldId>> ended = new EnumMap<>(HoldStatus.class);
    ended.put(HoldStatus.SOLD, List.of(HOLD));
    Copy copy = new Copy(ended, Instant.parse("1969-12-31T23:59:59.123456789Z"), null, 7);

    byte[] bytes = DomainSmile.mapper().writeValueAsBytes(copy);

    assertThat(DomainSmile.mapper().readValue(bytes, Copy.class)).isEqualTo(copy);
  }

  @Test
  void anIdentifierTakesHalfOfWhatItTakesAsText() {
    List<HoldId> many = Collections.nCopies(100, HOLD);

    assertThat(DomainSmile.mapper().writeValueAsBytes(many).length)
        .isLessThan(DomainJson.mapper().writeValueAsBytes(many).length / 2);
  }

  @Test
  void whatMustBeThereIsAskedFor_asInJson() {
    byte[] bytes = DomainSmile.mapper().writeValueAsBytes(Map.of("count", 7));

    assertThatThrownBy(() -> DomainSmile.mapper().readValue(bytes, Copy.class))
        .isInstanceOf(JacksonException.class);
  }
}
