package org.counterfoil.eventstore.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.counterfoil.domain.order.OrderEvent.OrderPlaced;
import org.counterfoil.domain.order.OrderEvent.TicketsRefunded;
import org.counterfoil.domain.performance.PerformanceEvent.PerformanceScheduled;
import org.counterfoil.domain.performance.PerformanceEvent.PriceListChanged;
import org.counterfoil.domain.performance.PriceList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** What was recorded before there were fees and lines is read as it was meant. */
class NothingBesideTicketsTest {

  private static final Path APPROVED = Path.of("src", "test", "resources", "approved");

  @Test
  void anOrderOfTicketsHasNoLines() throws IOException {
    OrderPlaced placed = (OrderPlaced) read("order.placed.r1");

    assertThat(placed.lines()).isEmpty();
    assertThat(placed.totalMinor()).isEqualTo(2500);
  }

  @Test
  void aRefundOfTicketsHasNoLines() throws IOException {
    TicketsRefunded refunded = (TicketsRefunded) read("order.tickets-refunded.r1");

    assertThat(refunded.lines()).isEmpty();
    assertThat(refunded.parts().getFirst().amountMinor()).isEqualTo(1000);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "performance.scheduled.r1",
        "performance.scheduled.r2",
        "performance.price-list-changed.r1"
      })
  void priceListsAskedForNoFees(String file) throws IOException {
    PriceList prices =
        switch (read(file)) {
          case PerformanceScheduled scheduled -> scheduled.priceList();
          case PriceListChanged changed -> changed.priceList();
          default -> throw new AssertionError("Expected a price list in " + file);
        };

    assertThat(prices.fees()).isEmpty();
    assertThat(prices.zones().getFirst().priceTypes().getFirst().feeMinor()).isZero();
    assertThat(prices.zones().getFirst().priceTypes().getFirst().faceValueMinor()).isEqualTo(2500);
  }

  @Test
  void withoutTheUpcastersTheyAreNotRead() {
    EventCodec codec = new EventCodec(EventCatalogue.domain(), List.of());

    assertThatThrownBy(() -> codec.decode(old("order.placed.r1")))
        .isInstanceOf(UnknownEventName.class);
    assertThatThrownBy(() -> codec.decode(old("performance.scheduled.r2")))
        .isInstanceOf(UnknownEventName.class);
  }

  private static Object read(String file) throws IOException {
    return EventCodec.domain().decode(old(file)).payload();
  }

  private static byte[] old(String file) throws IOException {
    JsonMapper plain = JsonMapper.builder().build();
    return plain.writeValueAsBytes(
        plain.readTree(Files.readAllBytes(APPROVED.resolve(file + ".json"))));
  }
}
