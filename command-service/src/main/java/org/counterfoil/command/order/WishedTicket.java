package org.counterfoil.command.order;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.counterfoil.command.exchange.Expect;
import org.counterfoil.domain.order.OrderCommand.TicketWish;
import org.counterfoil.domain.performance.PriceTypeCode;
import org.counterfoil.domain.seathold.CompReason;
import org.counterfoil.domain.seathold.HoldId;
import org.counterfoil.domain.seathold.TicketId;
import org.counterfoil.domain.seating.AreaName;
import org.counterfoil.domain.seating.SeatId;
import org.counterfoil.http.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Tickets that somebody wishes for: one for a seat, or as many as {@code quantity} says for an
 * area.
 *
 * @param holdId the hold that keeps its place; needed only where holds of several performances keep
 *     the same place, and then for all but the first
 * @param reasonCode why it is free; demanded where the price type is free
 * @param holder whose it is; only where a purpose asks for that, and for a single ticket
 */
public record WishedTicket(
    @Schema(example = "ORCH-A-12") @Nullable SeatId seatId,
    @Nullable AreaName area,
    @Nullable Integer quantity,
    @Nullable HoldId holdId,
    @Schema(example = "FULL") PriceTypeCode priceType,
    @Nullable CompReason reasonCode,
    @Nullable HolderWish holder) {

  /** More than fit into a hold. */
  private static final int MOST_TICKETS = 2_000;

  /** One wish per ticket; what makes no sense is answered as such. */
  public static List<TicketWish> list(List<WishedTicket> tickets, Supplier<TicketId> ids) {
    List<TicketWish> wishes = new ArrayList<>();
    for (int i = 0; i < tickets.size(); i++) {
      WishedTicket ticket = tickets.get(i);
      String field = "tickets[" + i + "]";
      if ((ticket.seatId() == null) == (ticket.area() == null)) {
        throw Problem.invalid(field, "Expected either seatId or area, but there are both or none")
            .exception();
      }
      int quantity = ticket.quantity(field);
      if (wishes.size() + quantity > MOST_TICKETS) {
        throw Problem.invalid(
                "tickets", "Expected at most " + MOST_TICKETS + " tickets, but there are more")
            .exception();
      }
      for (int count = 0; count < quantity; count++) {
        wishes.add(
            new TicketWish(
                ids.get(),
                ticket.holdId(),
                ticket.seatId(),
                ticket.area(),
                ticket.priceType(),
                ticket.reasonCode()));
      }
    }
    return wishes;
  }

  /** The same tickets, refused where one is somebody's by name. */
  public static List<WishedTicket> anonymous(List<WishedTicket> tickets) {
    for (int i = 0; i < tickets.size(); i++) {
      Expect.noPersonalData("tickets[" + i + "].holder", tickets.get(i).holder());
    }
    return tickets;
  }

  /**
   * Tickets that are somebody's by name.
   *
   * @param ticketId the ticket
   * @param path where it stands in the request
   */
  record Named(TicketId ticketId, String path, HolderWish holder) {}

  /** Those that are somebody's, of wishes that {@link #list} has made of these. */
  static List<Named> named(List<WishedTicket> tickets, List<TicketWish> wishes) {
    List<Named> named = new ArrayList<>();
    int next = 0;
    for (int i = 0; i < tickets.size(); i++) {
      WishedTicket ticket = tickets.get(i);
      String path = "tickets[" + i + "].holder";
      int quantity = ticket.quantity("tickets[" + i + "]");
      if (ticket.holder() != null && quantity != 1) {
        throw Problem.invalid(path, "Expected a holder of one ticket, but there are " + quantity)
            .exception();
      }
      if (ticket.holder() != null) {
        named.add(new Named(wishes.get(next).ticketId(), path, ticket.holder()));
      }
      next += quantity;
    }
    return named;
  }

  private int quantity(String field) {
    if (quantity == null) {
      return 1;
    }
    boolean isSane = quantity >= 1 && quantity <= MOST_TICKETS;
    if (!isSane || (seatId != null && quantity != 1)) {
      throw Problem.invalid(
              field + ".quantity",
              "Expected 1 to " + MOST_TICKETS + ", or 1 for a seat, but it is " + quantity)
          .exception();
    }
    return quantity;
  }
}
