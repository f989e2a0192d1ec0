package org.counterfoil.eventstore.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.counterfoil.domain.order.OrderEvent.ExchangeStarted;
import org.counterfoil.domain.order.OrderEvent.OrderPlaced;
import org.counterfoil.domain.order.OrderEvent.TicketsExchanged;
import org.counterfoil.domain.performance.PerformanceEvent.PerformanceScheduled;
import org.counterfoil.domain.performance.PerformanceEvent.PriceListChanged;
import org.counterfoil.domain.seathold.IssuedTicket;
import org.counterfoil.domain.seathold.PricedTicket;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldSold;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Tickets that were sold before they named fees and proofs name none. */
class TicketsWithoutFeesTest {

  private static final Path APPROVED = Path.of("src", "test", "resources", "approved");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "order.placed.r1",
        "order.placed.r2",
        "order.placed.r3",
        "order.exchange-started.r1",
        "order.tickets-exchanged.r1",
        "seat-hold.sold.r1"
      })
  void theyAreReadWithoutThem(String file) throws IOException {
    List<PricedTicket> tickets =
        switch (read(file)) {
          case OrderPlaced placed -> placed.tickets();
          case ExchangeStarted started -> started.wanted();
          case TicketsExchanged exchanged ->
              exchanged.issued().stream().map(IssuedTicket::ticket).toList();
          case HoldSold sold -> sold.tickets().stream().map(IssuedTicket::ticket).toList();
          default -> throw new AssertionError("Expected tickets in " + file);
        };

    assertThat(tickets).isNotEmpty();
    assertThat(tickets).allMatch(ticket -> ticket.feeMinor() == 0 && ticket.proof() == null);
  }

  @ParameterizedTest
  @ValueSource(strings = {"performance.scheduled.r3", "performance.price-list-changed.r2"})
  void noPriceAskedForAProof(String file) throws IOException {
    var list =
        switch (read(file)) {
          case PerformanceScheduled scheduled -> scheduled.priceList();
          case PriceListChanged changed -> changed.priceList();
          default -> throw new AssertionError("Expected a price list in " + file);
        };

    assertThat(list.zones().getFirst().priceTypes()).isNotEmpty();
    assertThat(list.zones().getFirst().priceTypes()).allMatch(type -> type.proof() == null);
  }

  @Test
  void withoutTheUpcastersTheyAreNotRead() {
    EventCodec codec = new EventCodec(EventCatalogue.domain(), List.of());

    assertThatThrownBy(() -> codec.decode(old("seat-hold.sold.r1")))
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
