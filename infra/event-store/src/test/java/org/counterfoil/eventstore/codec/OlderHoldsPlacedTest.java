package org.counterfoil.eventstore.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.counterfoil.domain.seathold.HeldArea;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldPlaced;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Holds of revision 1 were placed before buyers were told apart, and are read as nobody's; those of
 * revision 2 before places could be held back, and are read as of general sale.
 */
class OlderHoldsPlacedTest {

  private static byte[] stored(int revision) throws IOException {
    return Files.readAllBytes(
        Path.of("src", "test", "resources", "approved", "seat-hold.placed.r" + revision + ".json"));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void aHoldOfAnOlderRevisionIsRead(int revision) throws IOException {
    Envelope read = EventCodec.domain().decode(stored(revision));

    HoldPlaced today =
        SampleEvents.all().stream()
            .filter(HoldPlaced.class::isInstance)
            .map(HoldPlaced.class::cast)
            .findFirst()
            .orElseThrow();
    boolean isSomebodys = revision > 1;
    assertThat(read.revision()).isEqualTo(revision);
    assertThat(read.payload())
        .isEqualTo(
            new HoldPlaced(
                today.performanceId(),
                today.holdId(),
                today.seats(),
                today.areas().stream()
                    .map(area -> new HeldArea(area.area(), area.zone(), area.quantity()))
                    .toList(),
                today.expiresAt(),
                today.priceListVersion(),
                today.channel(),
                today.isLimitOverridden(),
                isSomebodys ? today.buyer() : null,
                isSomebodys ? today.admission() : null,
                isSomebodys ? today.presaleCode() : null));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void withoutTheUpcastersTheReaderStops(int revision) {
    EventCodec without = new EventCodec(EventCatalogue.domain(), List.of());

    assertThatThrownBy(() -> without.decode(stored(revision))).isInstanceOf(UnknownEventName.class);
  }
}
