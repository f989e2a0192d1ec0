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

/** Holds that were stored before places could be held back are read as of general sale. */
class HoldPlacedOnGeneralSaleTest {

  private static final Path SECOND_FORM =
      Path.of("src", "test", "resources", "approved", "seat-hold.placed.r2.json");

  @Test
  void aHoldOfTheSecondRevisionIsRead() throws IOException {
    Envelope read = EventCodec.domain().decode(Files.readAllBytes(SECOND_FORM));

    HoldPlaced today =
        SampleEvents.all().stream()
            .filter(HoldPlaced.class::isInstance)
            .map(HoldPlaced.class::cast)
            .findFirst()
            .orElseThrow();
    assertThat(read.revision()).isEqualTo(2);
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
                today.buyer(),
                today.admission(),
                today.presaleCode()));
  }

  @Test
  void withoutTheUpcasterTheReaderStops() {
    EventCodec without = new EventCodec(EventCatalogue.domain(), List.of());

    assertThatThrownBy(() -> without.decode(Files.readAllBytes(SECOND_FORM)))
        .isInstanceOf(UnknownEventName.class);
  }
}
