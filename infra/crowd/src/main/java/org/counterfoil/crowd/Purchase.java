package org.counterfoil.crowd;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import org.counterfoil.crowd.Books.Hold;
import org.counterfoil.crowd.Books.Order;
import org.counterfoil.crowd.Books.Place;
import org.counterfoil.crowd.Shop.Reply;
import org.counterfoil.crowd.check.SeenOrder;
import org.counterfoil.crowd.check.SeenOrder.SeenTicket;
import org.counterfoil.crowd.http.Request;
import org.counterfoil.crowd.plan.Visitor;
import org.counterfoil.crowd.plan.Visitor.Money;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Buys what is held: order, payment, tickets. */
final class Purchase {

  private static final int FIRST_PAUSE_MILLIS = 100;
  private static final int LONGEST_PAUSE_MILLIS = 1_000;

  private final Onsale onsale;
  private final Visitor visitor;
  private final Hold hold;

  Purchase(Onsale onsale, Visitor visitor, Hold hold) {
    this.onsale = onsale;
    this.visitor = visitor;
    this.hold = hold;
  }

  Outcome make(SplittableRandom random) throws InterruptedException {
    Reply placed =
        ask(
            Step.ORDER,
            Request.post("/orders", order())
                .with("Hold-Secret", hold.secret)
                .with("Idempotency-Key", key(random)));
    if (placed.status() != 201) {
      return Outcome.EMPTY_HANDED;
    }
    Order order = onsale.books().order(hold, placed.body(), visitor.money());
    Reply paid = ask(Step.PAY, payment(order).with("Idempotency-Key", key(random)));
    if (paid.status() != 201) {
      return Outcome.EMPTY_HANDED;
    }
    if (paid.body().path("tickets").isArray()) {
      SeenOrder complete =
          seen(order, "COMPLETED", order.totalMinor(), 0, tickets(paid.body().path("tickets")));
      onsale.books().ended(complete, System.nanoTime());
    } else if (visitor.money() == Money.LATE) {
      onsale.lateMoney().await(() -> follow(order));
      return Outcome.PAYING_LATE;
    } else {
      follow(order);
    }
    return Outcome.BOUGHT;
  }

  private String order() {
    ObjectNode body = Shop.JSON.createObjectNode().put("holdId", hold.id);
    ArrayNode tickets = body.putArray("tickets");
    for (Place place : hold.places) {
      ObjectNode ticket = tickets.addObject().put("priceType", onsale.priceType(place.zone()));
      if (place.seatId() != null) {
        ticket.put("seatId", place.seatId());
      } else {
        ticket.put("area", place.area()).put("quantity", 1);
      }
    }
    return Shop.JSON.writeValueAsString(body);
  }

  private Request payment(Order order) {
    ObjectNode body =
        Shop.JSON.createObjectNode().put("method", "CARD").put("amountMinor", order.totalMinor());
    String path = "/orders/" + order.id() + "/payments";
    String counter = onsale.counterToken();
    if (counter != null && visitor.money() == Money.PROMPT) {
      return Request.post(path, Shop.JSON.writeValueAsString(body))
          .with("Authorization", "Bearer " + counter);
    }
    body.put(
        "reference",
        switch (visitor.money()) {
          case PROMPT -> "AUTO";
          case DOUBLED -> "AUTO-DOUBLE";
          case LATE -> "AUTO-DELAY-" + LateMoney.SECONDS;
        });
    return Request.post(path, Shop.JSON.writeValueAsString(body))
        .with("Order-Secret", order.secret());
  }

  /** Looks again and again, as the page after the payment does. */
  private void follow(Order order) throws InterruptedException {
    int pause = FIRST_PAUSE_MILLIS;
    while (!look(onsale, order, Asker.of(visitor))) {
      Thread.sleep(pause);
      pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
    }
  }

  /** Notes how the order ended, and answers whether it has. */
  static boolean look(Onsale onsale, Order order, Asker asker) throws InterruptedException {
    Request request = Request.get("/orders/" + order.id()).with("Order-Secret", order.secret());
    Reply reply = onsale.shop().ask(Step.FOLLOW, request, asker);
    long told = System.nanoTime();
    String state = reply.body().path("state").asString("");
    long captured = PaidOrder.captured(reply.body());
    long refunded = PaidOrder.refunded(reply.body());
    boolean isOver =
        switch (state) {
          case "COMPLETED" -> captured - refunded <= order.totalMinor();
          case "LAPSED" -> captured == refunded && !PaidOrder.isPending(reply.body());
          default -> false;
        };
    if (isOver) {
      List<SeenTicket> tickets = state.equals("COMPLETED") ? tickets(onsale, order, asker) : null;
      if (state.equals("COMPLETED") && tickets == null) {
        return false;
      }
      onsale
          .books()
          .ended(
              seen(order, state, captured, refunded, tickets == null ? List.of() : tickets), told);
    }
    return isOver;
  }

  private static @Nullable List<SeenTicket> tickets(Onsale onsale, Order order, Asker asker)
      throws InterruptedException {
    Reply reply =
        onsale
            .shop()
            .ask(
                Step.TICKETS,
                Request.get("/orders/" + order.id() + "/tickets?limit=500")
                    .with("Order-Secret", order.secret()),
                asker);
    return reply.isSuccess() ? tickets(reply.body().path("items")) : null;
  }

  private static List<SeenTicket> tickets(JsonNode items) {
    List<SeenTicket> tickets = new ArrayList<>();
    for (JsonNode ticket : items) {
      tickets.add(
          new SeenTicket(
              ticket.path("ticketId").asString(),
              ticket.path("ticketNumber").asInt(),
              ticket.path("code").asString(),
              ticket.path("seatId").asString("")));
    }
    return tickets;
  }

  private static SeenOrder seen(
      Order order, String state, long captured, long refunded, List<SeenTicket> tickets) {
    return new SeenOrder(
        order.id(),
        order.hold().places.size(),
        order.totalMinor(),
        state,
        captured,
        refunded,
        tickets);
  }

  private Reply ask(Step step, Request request) throws InterruptedException {
    return onsale.shop().ask(step, request, Asker.of(visitor));
  }

  private static String key(SplittableRandom random) {
    return new UUID(random.nextLong(), random.nextLong()).toString();
  }
}
