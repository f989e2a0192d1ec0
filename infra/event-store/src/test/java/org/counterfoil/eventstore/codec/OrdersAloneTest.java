package org.counterfoil.eventstore.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.counterfoil.domain.order.OrderEvent.OrderLapsed;
import org.junit.jupiter.api.Test;

/** Orders that lapsed before any was joined stood alone. */
class OrdersAloneTest {

  @Test
  void anOrderThatLapsedBeforeHasNoOtherParts() throws IOException {
    Path stored = Path.of("src", "test", "resources", "approved", "order.lapsed.r1.json");

    OrderLapsed lapsed =
        (OrderLapsed) EventCodec.domain().decode(Files.readAllBytes(stored)).payload();

    assertThat(lapsed.parts()).isEmpty();
  }
}
