package org.counterfoil.eventstore.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldOrdered;
import org.junit.jupiter.api.Test;

/** Holds that were ordered before there were quotas do not say at which price types. */
class HoldOrderedWithoutPricesTest {

  private static final Path FIRST_FORM =
      Path.of("src", "test", "resources", "approved", "seat-hold.ordered.r1.json");

  @Test
  void aHoldOfTheFirstRevisionIsRead() throws IOException {
    Envelope read = EventCodec.domain().decode(Files.readAllBytes(FIRST_FORM));

    assertThat(read.revision()).isEqualTo(1);
    assertThat(((HoldOrdered) read.payload()).priceTypes()).isEmpty();
  }

  @Test
  void withoutTheUpcasterTheReaderStops() {
    EventCodec without = new EventCodec(EventCatalogue.domain(), List.of());

    assertThatThrownBy(() -> without.decode(Files.readAllBytes(FIRST_FORM)))
        .isInstanceOf(UnknownEventName.class);
  }
}
