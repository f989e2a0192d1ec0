package org.counterfoil.eventstore.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.counterfoil.domain.seathold.HeldArea;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldPlaced;
import org.junit.jupiter.api.Test;

/** Holds that were stored before buyers were told apart are read as nobody's. */
class HoldPlacedForNobodyTest {

  private static final Path FIRST_FORM =
      Path.of("src", "test", "resources", "approved", "seat-hold.placed.r1.json");

  @Test
  void aHoldOfTheFirstRevisionIsRead() throws IOException {
    Envelope read = EventCodec.domain().decode(Files.readAllBytes(FIRST_FORM));

    HoldPlaced today =
        SampleEvents.all().stream()
            .filter(HoldPlaced.class::isInstance)
            .map(HoldPlaced.class::cast)
            .findFirst()
            .orElseThrow();
    assertThat(read.revision()).isEqualTo(1);
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
                null,
                null,
                null));
  }

  @Test
  void withoutTheUpcasterTheReaderStops() {
    EventCodec without = new EventCodec(EventCatalogue.domain(), List.of());

    assertThatThrownBy(() -> without.decode(Files.readAllBytes(FIRST_FORM)))
        .isInstanceOf(UnknownEventName.class);
  }
}
