package org.counterfoil.eventstore.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.counterfoil.eventstore.TestEvents.id;
import static org.counterfoil.eventstore.TestEvents.message;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.OrderId;
import org.counterfoil.domain.PublicLabel;
import org.counterfoil.domain.money.TaxRate;
import org.counterfoil.domain.order.OrderEvent.TicketReissued;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.domain.performance.PriceTypeCode;
import org.counterfoil.domain.seathold.HoldId;
import org.counterfoil.domain.seathold.IssuedTicket;
import org.counterfoil.domain.seathold.PricedTicket;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldSold;
import org.counterfoil.domain.seathold.TicketId;
import org.counterfoil.domain.seating.SeatId;
import org.counterfoil.domain.seating.ZoneName;
import org.counterfoil.eventstore.TestEvents;
import org.counterfoil.eventstore.TestStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** Whoever asks for a ticket gets it as it stands at the end of the log, however many ask. */
class TicketIndexTest {

  private static final Currency EUR = Currency.getInstance("EUR");

  private final PerformanceId performance = new PerformanceId(id());
  private final OrderId order = new OrderId(id());
  private TestStore store;
  private TicketIndex index;
  private long sequence;

  @BeforeEach
  void create() throws SQLException {
    store = new TestStore();
    index = open();
  }

  private TicketIndex open() {
    return new TicketIndex(store.writer(), store.log(), new JdbcTransactionManager(store.writer()));
  }

  @AfterEach
  void close() {
    store.close();
  }

  private static TicketId ticket(int number) {
    return new TicketId(new UUID(0x7000, number));
  }

  private HoldSold sold(int first, int count) {
    HoldId hold = new HoldId(id());
    List<IssuedTicket> tickets = new ArrayList<>();
    for (int number = first; number < first + count; number++) {
      tickets.add(
          new IssuedTicket(
              number,
              new PricedTicket(
                  ticket(number),
                  hold,
                  new SeatId("A-" + number),
                  null,
                  new ZoneName("STALLS"),
                  new PriceTypeCode("FULL"),
                  new PublicLabel("Plein tarif"),
                  2_500,
                  2_370,
                  130,
                  new TaxRate("5.5"),
                  null)));
    }
    return new HoldSold(performance, hold, order, EUR, tickets);
  }

  private void append(Event... events) {
    List<DomainEventMessage<Event>> messages = new ArrayList<>();
    for (Event event : events) {
      messages.add(message(performance.value(), sequence++, event));
    }
    store.transactions().executeWithoutResult(status -> store.engine().appendEvents(messages));
  }

  private TicketReissued reissued(int number, int issue) {
    return new TicketReissued(
        order, TestEvents.ORGANISATION, performance, ticket(number), number, issue);
  }

  @Test
  void whatIsNotThereIsNotFound() {
    assertThat(index.find(ticket(1))).isEmpty();
    assertThat(index.find(performance, 1)).isEmpty();
    assertThat(index.of(performance)).isEmpty();
  }

  @Test
  void aTicketIsFoundByIdAndByNumber_withWhereItWasSold() {
    append(TestEvents.hold(performance.value()), sold(1, 2), sold(3, 1));

    TicketStanding third = index.find(ticket(3)).orElseThrow();

    assertThat(third)
        .isEqualTo(new TicketStanding(ticket(3), performance, 3, order, 2, 0, false, null, 0))
        .isEqualTo(index.find(performance, 3).orElseThrow());
    assertThat(index.of(performance))
        .extracting(TicketStanding::ticketNumber)
        .containsExactly(1, 2, 3);
  }

  @Test
  void everyAnswerReflectsWhatWasRecordedBeforeTheQuestion() {
    append(sold(1, 2));
    assertThat(index.find(ticket(2)).orElseThrow().issue()).isZero();

    append(reissued(2, 1), sold(3, 1), reissued(2, 2));

    assertThat(index.find(performance, 2).orElseThrow().issue()).isEqualTo(2);
    assertThat(index.find(performance, 1).orElseThrow().issue()).isZero();
    assertThat(open().find(ticket(3))).as("by another process").isPresent();
  }

  @Test
  void aLostTableIsReadAgain() {
    append(sold(1, 2), reissued(1, 1));
    List<TicketStanding> before = index.of(performance);

    store.sql().sql("delete from log.issued_ticket").update();
    store.sql().sql("update log.issued_tickets_read set read_to = -1").update();

    assertThat(index.of(performance)).isEqualTo(before).hasSize(2);
  }

  @Test
  void manyWhoAskAtOnceReadOnOnce() throws Exception {
    append(IntStream.rangeClosed(1, 1_500).mapToObj(n -> sold(n, 1)).toArray(Event[]::new));
    List<Callable<Boolean>> questions = new ArrayList<>();
    for (int asker = 0; asker < 12; asker++) {
      TicketIndex own = open();
      questions.add(() -> own.find(ticket(1_500)).isPresent());
    }
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Boolean> answer : threads.invokeAll(questions)) {
        assertThat(answer.get()).isTrue();
      }
    }
    assertThat(index.of(performance)).hasSize(1_500);
  }
}
