package org.counterfoil.query.accounts.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.counterfoil.domain.OrderId;
import org.counterfoil.domain.access.Role;
import org.counterfoil.domain.money.PaymentMethod;
import org.counterfoil.domain.order.JointOrderCommand.ExchangeElsewhere;
import org.counterfoil.domain.order.Order;
import org.counterfoil.domain.order.OrderCommand.RefundTickets;
import org.counterfoil.domain.order.OrderCommand.TicketWish;
import org.counterfoil.domain.order.OrderPart;
import org.counterfoil.domain.order.OrderTicket;
import org.counterfoil.domain.order.PaymentId;
import org.counterfoil.domain.order.RefundId;
import org.counterfoil.domain.order.RefundTo;
import org.counterfoil.domain.performance.CancellationReason;
import org.counterfoil.domain.performance.PerformanceCommand.CancelPerformance;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.domain.seathold.HoldId;
import org.counterfoil.domain.seathold.TicketId;
import org.counterfoil.domain.seathold.TicketReason;
import org.counterfoil.eventstore.integrity.growth.LogIntegrity;
import org.counterfoil.query.accounts.scope.BooksScope;
import org.counterfoil.query.accounts.story.TicketStory.Step;
import org.counterfoil.query.given.BoxOffice;
import org.counterfoil.query.given.House;
import org.counterfoil.query.given.Onsale;
import org.counterfoil.query.given.RunningQueryService;
import org.counterfoil.query.live.AsOf;
import org.counterfoil.query.live.RunningProjection;
import org.junit.jupiter.api.Test;

/** A ticket from its seat hold to the last entry, with its proof, and nothing of other tickets. */
class TicketStoryTest {

  private final RunningQueryService service = RunningQueryService.shared();
  private final Onsale given = Onsale.on(service);
  private final BoxOffice office = given.office();
  private final TicketStories stories = service.bean(TicketStories.class);

  @Test
  void aStoryBeginsWithTheHoldAndEndsWithWhatThePerformanceCameTo() {
    office.sellSeats(given.performance(), 0, 2);
    long sold = service.log().last();
    Order order = office.completedOrders(given.performance()).getFirst();
    OrderTicket refunded = order.tickets().get(0);
    OrderTicket kept = order.tickets().get(1);
    office.advance(Duration.ofDays(1));
    refund(order, refunded);
    office.end(new CancelPerformance(given.performance(), CancellationReason.STRIKE, true, null));

    TicketStory of = story(refunded, new AsOf.Now());
    assertThat(of.steps())
        .extracting(Step::event)
        .containsSubsequence(
            "seat-hold.placed",
            "order.placed",
            "order.payment-captured",
            "order.completed",
            "order.tickets-refunded",
            "performance.cancelled")
        .contains("seat-hold.ordered", "seat-hold.sold");
    assertThat(of.refundedMinor()).isEqualTo(4_200);
    assertThat(of.steps()).isSortedAccordingTo((a, b) -> Long.compare(a.position(), b.position()));
    assertThat(of.steps())
        .filteredOn(step -> step.operation() != null)
        .extracting(step -> step.kind() + " " + step.operation() + " " + step.entryNumber())
        .containsExactly("SALE 1 1", "REFUND 2 2", "CANCELLATION 3 3");
    assertThat(story(kept, new AsOf.Now()).steps())
        .extracting(Step::event)
        .as("the refund of its neighbour is not its own")
        .doesNotContain("order.tickets-refunded")
        .contains("performance.cancelled");
    assertThat(story(refunded, new AsOf.Position(sold)).steps())
        .extracting(Step::event)
        .doesNotContain("order.tickets-refunded", "performance.cancelled");
    assertThat(stories.ofOrder(scope(new AsOf.Now()), order.placed().orderId().value()))
        .extracting(
            ticket -> ticket.ticketNumber() + " " + ticket.refundedMinor() + ticket.isVoid())
        .containsExactly("1 4200true", "2 0false");
  }

  @Test
  void anExchangeForAnotherPerformanceIsInBothStories_andEachNamesTheOther() {
    office.sellSeats(given.performance(), 6, 1);
    Order order = office.completedOrders(given.performance()).getLast();
    PerformanceId other = given.another();
    HoldId hold = office.hold(other, 0, 1);
    OrderId into = new OrderId(office.id());
    TicketWish wish =
        new TicketWish(
            new TicketId(office.id()), office.plan().seat(0).id(), null, House.FULL, null);

    assertThat(
            office.decide(
                new ExchangeElsewhere(
                    new OrderPart(
                        order.placed().orderId(), given.performance(), order.placed().holds()),
                    new OrderPart(into, other, List.of(hold)),
                    List.of(order.tickets().getFirst().issued().ticket().ticketId()),
                    List.of(wish),
                    House.COUNTER,
                    PaymentMethod.CASH,
                    null,
                    RefundTo.CASH,
                    30,
                    new PaymentId(office.id()),
                    List.of(new RefundId(office.id())))))
        .isTrue();

    OrderTicket old = order.tickets().getFirst();
    OrderTicket fresh = office.order(into).tickets().getFirst();
    assertThat(step(old, "order.tickets-exchanged-elsewhere").otherOrderId())
        .isEqualTo(into.value());
    assertThat(step(old, "order.tickets-exchanged-elsewhere").kind()).isEqualTo("EXCHANGE");
    assertThat(step(fresh, "order.paid-by-exchange").otherOrderId())
        .isEqualTo(order.placed().orderId().value());
    assertThat(stories.ordersExchanged(scope(new AsOf.Now()), order.placed().orderId().value()))
        .containsExactly(into.value());
    OrderId from = order.placed().orderId();
    UUID oldTicket = old.issued().ticket().ticketId().value();
    UUID newTicket = fresh.issued().ticket().ticketId().value();
    assertThat(page("tickets/" + oldTicket))
        .contains("Exchanged for tickets of another performance", "/accounts/orders/" + into);
    assertThat(page("tickets/" + newTicket))
        .contains("Paid with tickets of another performance", "/accounts/orders/" + from);
    assertThat(page("orders/" + from)).contains("/accounts/orders/" + into);
    assertThat(page("orders/" + into)).contains("/accounts/orders/" + from);
  }

  private String page(String path) {
    var response =
        service.get(
            "/organisations/" + given.organisation() + "/accounts/" + path + "?lang=en",
            service.upToDate(service.token(Role.ACCOUNTANT, given.organisation())));
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return response.body();
  }

  private Step step(OrderTicket ticket, String event) {
    return story(ticket, new AsOf.Now()).steps().stream()
        .filter(step -> step.event().equals(event))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void itsProofLeadsFromTheSaleToTheSignedRoot() {
    office.sellSeats(given.performance(), 4, 1);
    OrderTicket ticket =
        office.completedOrders(given.performance()).getFirst().tickets().getFirst();
    LogIntegrity signing = service.sign();
    try {
      service.awaitSigned();

      TicketStory.Proof proof = story(ticket, new AsOf.Now()).proof();

      assertThat(proof).isNotNull();
      assertThat(proof.isSound()).isTrue();
      assertThat(proof.hashes()).isNotEmpty();
      assertThat(proof.note()).contains(proof.root());
    } finally {
      signing.close();
    }
  }

  private void refund(Order order, OrderTicket ticket) {
    assertThat(
            office.decide(
                new RefundTickets(
                    order.placed().orderId(),
                    given.performance(),
                    List.of(ticket.issued().ticket().ticketId()),
                    null,
                    RefundTo.ORIGINAL,
                    TicketReason.GOODWILL,
                    true,
                    List.of(new RefundId(office.id())))))
        .isTrue();
  }

  private TicketStory story(OrderTicket ticket, AsOf asOf) {
    awaitBooks();
    UUID id = ticket.issued().ticket().ticketId().value();
    return stories.of(scope(asOf), id).orElseThrow();
  }

  private void awaitBooks() {
    service.beans(RunningProjection.class).values().stream()
        .filter(projection -> projection.name().equals("accounts"))
        .forEach(
            projection -> {
              try {
                assertThat(
                        projection
                            .runner()
                            .awaitPosition(service.log().last(), Duration.ofSeconds(20)))
                    .isTrue();
              } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
              }
            });
  }

  private BooksScope scope(AsOf asOf) {
    return BooksScope.all(given.organisation(), asOf);
  }
}
