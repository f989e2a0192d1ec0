package org.counterfoil.eventstore.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.counterfoil.domain.order.OrderEvent.OrderPlaced;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What was ordered before there were vouchers is read as it was meant. */
class NothingThatEndsTest {

  private static final Path OLD =
      Path.of("src", "test", "resources", "approved", "order.placed.r2.json");

  @Test
  void noLineHasAnEnd() throws IOException {
    OrderPlaced placed = (OrderPlaced) EventCodec.domain().decode(old()).payload();

    assertThat(placed.lines()).hasSize(2).allMatch(line -> line.validDays() == null);
    assertThat(placed.isWithoutTickets()).isFalse();
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
