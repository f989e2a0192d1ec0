package org.counterfoil.eventstore.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.counterfoil.domain.waitinglist.WaitingListEvent.WaitingListJoined;
import org.junit.jupiter.api.Test;

/** Entries that were stored before offers counted for a limit are read as nobody's. */
class WaitingForNobodyTest {

  private static final Path FIRST_FORM =
      Path.of("src", "test", "resources", "approved", "waiting-list.joined.r1.json");

  @Test
  void anEntryOfTheFirstRevisionIsRead() throws IOException {
    Envelope read = EventCodec.domain().decode(Files.readAllBytes(FIRST_FORM));

    assertThat(read.revision()).isEqualTo(1);
    assertThat(((WaitingListJoined) read.payload()).buyer()).isNull();
    assertThat(((WaitingListJoined) read.payload()).quantity()).isEqualTo(2);
  }

  @Test
  void withoutTheUpcasterTheReaderStops() {
    EventCodec without = new EventCodec(EventCatalogue.domain(), List.of());

    assertThatThrownBy(() -> without.decode(Files.readAllBytes(FIRST_FORM)))
        .isInstanceOf(UnknownEventName.class);
  }
}
