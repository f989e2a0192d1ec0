package org.counterfoil.command.order;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.counterfoil.command.exchange.Answers;
import org.counterfoil.command.exchange.Callers;
import org.counterfoil.command.exchange.Directory;
import org.counterfoil.command.exchange.Directory.HoldFacts;
import org.counterfoil.command.exchange.Exchange;
import org.counterfoil.command.exchange.OrganisationSettings;
import org.counterfoil.command.exchange.SecretMarks;
import org.counterfoil.command.exchange.SellingAgents;
import org.counterfoil.command.exchange.Sent;
import org.counterfoil.command.lane.Answer;
import org.counterfoil.command.order.OrderWish.SecretHold;
import org.counterfoil.command.privacy.account.Accounts;
import org.counterfoil.command.privacy.capture.People;
import org.counterfoil.command.privacy.capture.People.Occasion;
import org.counterfoil.command.privacy.capture.Told;
import org.counterfoil.command.privacy.form.SignUpLimit;
import org.counterfoil.domain.Command;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.OrderId;
import org.counterfoil.domain.access.Role;
import org.counterfoil.domain.order.JointOrderCommand.PartWish;
import org.counterfoil.domain.order.JointOrderCommand.PlaceJointOrder;
import org.counterfoil.domain.order.LineId;
import org.counterfoil.domain.order.OrderCommand.PlaceOrder;
import org.counterfoil.domain.order.OrderCommand.PlaceOrderWithoutTickets;
import org.counterfoil.domain.order.OrderCommand.TicketWish;
import org.counterfoil.domain.order.OrderEvent.OrderPlaced;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.performance.Caller;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.domain.privacy.register.CaptureDoor;
import org.counterfoil.domain.privacy.subject.DataSubjectId;
import org.counterfoil.domain.privacy.subject.RecordPeople;
import org.counterfoil.domain.seathold.HoldId;
import org.counterfoil.domain.seathold.TicketId;
import org.counterfoil.eventstore.id.TimeOrderedIds;
import org.counterfoil.http.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Places orders. */
@RestController
@Tag(name = "Selling")
final class OrderEndpoint {

  private final TimeOrderedIds ids;
  private final Directory directory;
  private final SellingAgents agents;
  private final OrganisationSettings settings;
  private final Callers callers;
  private final People people;
  private final Accounts accounts;
  private final SignUpLimit limit;

  OrderEndpoint(
      TimeOrderedIds ids,
      Directory directory,
      SellingAgents agents,
      OrganisationSettings settings,
      Callers callers,
      People people,
      Accounts accounts,
      SignUpLimit limit) {
    this.ids = ids;
    this.directory = directory;
    this.agents = agents;
    this.settings = settings;
    this.callers = callers;
    this.people = people;
    this.accounts = accounts;
    this.limit = limit;
  }

  /**
   * An order that was placed; amounts in minor units.
   *
   * @param lines what it sells beside tickets; the total is of all
   * @param payBefore until when (exclusive) the holds are kept for payment
   * @param tickets where the total is zero: they are issued at once
   */
  record PlacedOrder(
      OrderId orderId,
      String orderSecret,
      List<LineAnswer> lines,
      long totalMinor,
      long taxMinor,
      Currency currency,
      Instant payBefore,
      @Nullable List<TicketAnswer> tickets) {}

  @PostMapping("/api/v1/orders")
  @Operation(
      summary = "Order everything in one or more holds, or vouchers and passes alone",
      description =
          "Tickets cover the holds exactly, once; prices and tax are frozen. lines are what is"
              + " bought beside them: fees that the hold was offered, donations, vouchers and passes,"
              + " whose codes the order tells once it is paid. Without a hold, the organisationId says"
              + " whose vouchers and passes are bought; they are paid in one. Holds may be of several"
              + " performances of one organisation: all are ordered, paid and issued together, or"
              + " none. 409 ORGANISATIONS_DIFFER, CURRENCIES_DIFFER, AGENTS_DIFFER. 410"
              + " HOLD_EXPIRED, HOLD_RELEASED; 409 PRICE_TYPE_NOT_OFFERED, HOLD_ORDERED,"
              + " FEE_NOT_OFFERED, FEE_REQUIRED, PASS_NOT_OFFERED,"
              + " PASSES_DIFFER, TOO_FEW_PERFORMANCES. buyer is what the buyer tells of itself, each field under"
              + " captures with a declared purpose and its notice; whoever shows its Account-Secret tells"
              + " it for its account; a field without them is refused with"
              + " its name: 400 PERSONAL_DATA_NOT_TAKEN, 409 PURPOSE_NOT_DECLARED, FIELD_NOT_DECLARED,"
              + " UNKNOWN_NOTICE, NOTICE_OUTDATED. 503 VAULT_UNAVAILABLE.")
  @ApiResponse(
      responseCode = "201",
      description = "Placed; to be paid before payBefore",
      content = @Content(schema = @Schema(implementation = PlacedOrder.class)))
  ResponseEntity<byte[]> place(@RequestBody Sent<OrderWish> sent, Exchange exchange) {
    OrderWish wish = sent.value();
    if (wish.organisationId() != null) {
      return placeWithoutTickets(wish, wish.organisationId(), sent, exchange);
    }
    permit(wish, exchange);
    Map<PerformanceId, List<HoldId>> holds = new LinkedHashMap<>();
    for (HoldId hold : wish.holdIds()) {
      holds
          .computeIfAbsent(directory.hold(hold).performanceId(), id -> new ArrayList<>())
          .add(hold);
    }
    wish.requireLinesOf(holds.keySet());
    if (holds.keySet().stream().anyMatch(directory::isTraining)) {
      wish.refuseForTraining();
    }
    OrganisationId organisation = organisationOf(directory.hold(wish.holdIds().getFirst()));
    List<PartWish> parts = new ArrayList<>();
    for (Map.Entry<PerformanceId, List<HoldId>> each : holds.entrySet()) {
      HoldFacts first = directory.hold(each.getValue().getFirst());
      parts.add(
          new PartWish(
              new OrderId(ids.next()),
              each.getKey(),
              each.getValue(),
              wish.lineList(
                  each.getKey(),
                  parts.isEmpty(),
                  () -> new LineId(ids.next()),
                  new Seller(settings, organisation)),
              new Caller(
                  first.channel(),
                  exchange.access().caller().rolesIn(organisation),
                  agents.of(
                      each.getKey(),
                      each.getValue().stream().map(id -> directory.hold(id).channel()).toList()))));
    }
    List<TicketWish> tickets = wish.ticketList(() -> new TicketId(ids.next()));
    Told told = told(wish, organisation, parts.getFirst().orderId(), tickets, exchange);
    return exchange
        .in(organisation)
        .with(sent)
        .at("/api/v1/orders/")
        .sealing(told.sealed())
        .submit(
            with(
                told,
                parts.size() == 1
                    ? alone(parts.getFirst(), tickets)
                    : new PlaceJointOrder(parts, tickets)),
            this::answer);
  }

  /** What the buyer tells, and whose tickets are by name: all of it for the order's first part. */
  private Told told(
      OrderWish wish,
      OrganisationId organisation,
      OrderId order,
      List<TicketWish> tickets,
      Exchange exchange) {
    CaptureDoor door = doorOf(exchange.access().caller().rolesIn(organisation));
    DataSubjectId account = accounts.shownBy(exchange, organisation);
    Told told =
        people.tell(
            wish.told(),
            new Occasion(
                organisation,
                "buyer",
                account == null ? door : CaptureDoor.ACCOUNT,
                order,
                null,
                account));
    if (account != null && told.isNothing()) {
      throw Problem.invalid(
              "buyer", "Expected something told for the order of an account, but there is nothing")
          .exception();
    }
    for (WishedTicket.Named named : wish.named(tickets)) {
      told =
          told.and(
              people.tell(
                  named.holder().told(),
                  new Occasion(organisation, named.path(), door, order, named.ticketId())));
    }
    return told;
  }

  /** A sales channel is where buyers tell it themselves. */
  private static CaptureDoor doorOf(Set<Role> roles) {
    return roles.contains(Role.ADMIN)
            || roles.contains(Role.ORGANISER)
            || roles.contains(Role.BOX_OFFICE)
        ? CaptureDoor.BOX_OFFICE
        : CaptureDoor.ORDER;
  }

  private static Command with(Told told, Command order) {
    return told.isNothing() ? order : new RecordPeople(order, told.commands());
  }

  private static PlaceOrder alone(PartWish part, List<TicketWish> tickets) {
    return new PlaceOrder(
        part.orderId(), part.performanceId(), part.holds(), tickets, part.lines(), part.caller());
  }

  private ResponseEntity<byte[]> placeWithoutTickets(
      OrderWish wish, OrganisationId organisation, Sent<OrderWish> sent, Exchange exchange) {
    Currency currency = directory.organisation(organisation).currency();
    OrderId id = new OrderId(ids.next());
    exchange.access().permitNewOrder(id, organisation);
    if (exchange.access().caller().grant() == null) {
      exchange.by(exchange.access().actor()).shownBy(""); // a key of a buyer is a UUID
    }
    if (!wish.told().isEmpty() && exchange.access().caller().rolesIn(organisation).isEmpty()) {
      // Nothing is held and nothing is paid: it is as open a form as any.
      limit.count(organisation, exchange.remoteAddress());
    }
    Told told = told(wish, organisation, id, List.of(), exchange);
    return exchange
        .in(organisation)
        .with(sent)
        .at("/api/v1/orders/")
        .sealing(told.sealed())
        .submit(
            with(
                told,
                new PlaceOrderWithoutTickets(
                    id,
                    organisation,
                    callers.of(exchange.access().caller(), organisation, null),
                    currency,
                    wish.lineList(
                        () -> new LineId(ids.next()), new Seller(settings, organisation)))),
            this::answer);
  }

  /** Every hold's secret is asked for, unless a role says that none is needed. */
  private void permit(OrderWish wish, Exchange exchange) {
    HoldId single = wish.holdId();
    if (single != null) {
      exchange.access().permitHold(single, () -> organisationOf(directory.hold(single)));
    }
    for (SecretHold hold : wish.holds() == null ? List.<SecretHold>of() : wish.holds()) {
      exchange.access().permitHold(hold.holdId(), hold.holdSecret());
    }
  }

  private OrganisationId organisationOf(HoldFacts hold) {
    return directory.performance(hold.performanceId()).organisationId();
  }

  private Answer answer(List<Event> events) {
    List<OrderPlaced> parts =
        events.stream().filter(OrderPlaced.class::isInstance).map(OrderPlaced.class::cast).toList();
    parts.forEach(part -> directory.learn(part, events));
    OrderPlaced first = parts.getFirst();
    List<TicketAnswer> tickets =
        TicketAnswer.issuedBy(events, directory.isTraining(first.performanceId()));
    return Answers.created(
        new PlacedOrder(
            first.orderId(),
            SecretMarks.order(first.orderId()),
            parts.stream().flatMap(part -> LineAnswer.of(part).stream()).toList(),
            parts.stream().mapToLong(OrderPlaced::totalMinor).sum(),
            parts.stream().mapToLong(OrderPlaced::taxMinor).sum(),
            first.currency(),
            first.payBefore(),
            tickets.isEmpty() ? null : tickets));
  }
}
