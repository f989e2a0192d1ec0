package org.counterfoil.command.order;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.counterfoil.command.exchange.Answers;
import org.counterfoil.command.exchange.Directory.OrderFacts;
import org.counterfoil.command.exchange.Exchange;
import org.counterfoil.command.exchange.Sent;
import org.counterfoil.command.order.FoundOrder.FoundOrders;
import org.counterfoil.command.order.FoundOrder.FoundPerson;
import org.counterfoil.command.order.OrderHistory.Standing;
import org.counterfoil.command.order.OrderSearchWish.PersonalWish;
import org.counterfoil.command.privacy.disclosure.Reading;
import org.counterfoil.command.privacy.search.OrderPeople;
import org.counterfoil.command.privacy.search.OrderPeople.OrderPerson;
import org.counterfoil.domain.access.Role;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.privacy.disclosure.DisclosureKind;
import org.counterfoil.domain.privacy.disclosure.DisclosureReason;
import org.counterfoil.eventstore.codec.DomainJson;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * Finds orders for who stands at the counter or calls, and who is behind them where it is said why.
 */
@RestController
@Tag(name = "Selling")
final class OrderSearchEndpoint {

  /** An organiser's work needs no names. */
  private static final Set<Role> NAMED_TO = Set.of(Role.ADMIN, Role.BOX_OFFICE);

  private final OrderSearch search;
  private final OrderHistory history;
  private final OrderPeople people;
  private final Reading reading;

  OrderSearchEndpoint(
      OrderSearch search, OrderHistory history, OrderPeople people, Reading reading) {
    this.search = search;
    this.history = history;
    this.people = people;
    this.reading = reading;
  }

  private record Found(OrderFacts order, List<OrderPerson> people) {}

  @PostMapping("/api/v1/orders/search")
  @Operation(
      summary = "Find orders: by number, ticket, seat, payment, or what their buyers told",
      description =
          "One of orderId, ticketId, performanceId with ticketNumber or seatId, paymentReference,"
              + " paymentId, email, name, telephone; all that match, the newest first, at most 500."
              + " With Disclosure-Reason the answer names, to ADMIN and BOX_OFFICE, who told something for each"
              + " order, and that"
              + " is recorded as a disclosure before it is told; without, it names nobody. What is"
              + " looked for of a person needs it. 503 VAULT_UNAVAILABLE where nobody can be looked"
              + " for: that is never told as nothing found.")
  @Parameter(in = ParameterIn.HEADER, name = Reading.REASON)
  @ApiResponse(
      responseCode = "200",
      description = "Found",
      content = @Content(schema = @Schema(implementation = FoundOrders.class)))
  ResponseEntity<byte[]> search(@RequestBody Sent<OrderSearchWish> sent, Exchange exchange) {
    OrderSearchWish wish = sent.value();
    OrganisationId organisation = wish.organisationId();
    exchange.access().permit(organisation);
    PersonalWish personal = wish.personal();
    boolean isAsked = personal != null || exchange.header(Reading.REASON) != null;
    if (isAsked) {
      exchange.access().requireAny(organisation, NAMED_TO);
    }
    DisclosureReason reason = isAsked ? reading.reasonOf(exchange) : null;
    List<Found> found =
        search.find(wish).stream()
            .map(order -> new Found(order, reason == null ? List.of() : told(order)))
            .toList();
    if (reason == null || (personal == null && people(found).findAny().isEmpty())) {
      return answer(found, new HttpHeaders());
    }
    ResponseEntity<byte[]> recorded =
        exchange
            .in(organisation)
            .anew()
            .submit(
                reading.of(
                    organisation,
                    DisclosureKind.SEARCH,
                    reason,
                    people(found).map(OrderPerson::subjectId).distinct().toList(),
                    people(found).flatMap(one -> one.purposes().stream()).distinct().toList(),
                    Stream.concat(
                            Stream.ofNullable(personal).map(PersonalWish::field),
                            people(found).flatMap(one -> one.fields().stream()))
                        .distinct()
                        .toList(),
                    null),
                events -> Answers.noContent());
    return answer(found, recorded.getHeaders());
  }

  private static Stream<OrderPerson> people(List<Found> found) {
    return found.stream().flatMap(one -> one.people().stream());
  }

  private List<OrderPerson> told(OrderFacts order) {
    return order.orderIds().stream()
        .flatMap(id -> people.of(order.organisationId(), id).stream())
        .toList();
  }

  /** What people told is opened here, after it was recorded that it is read. */
  private ResponseEntity<byte[]> answer(List<Found> found, HttpHeaders headers) {
    FoundOrders orders = new FoundOrders(found.stream().map(this::shown).toList());
    return ResponseEntity.ok()
        .headers(headers)
        .cacheControl(CacheControl.noStore())
        .contentType(MediaType.APPLICATION_JSON)
        .body(DomainJson.mapper().writeValueAsBytes(orders));
  }

  private FoundOrder shown(Found found) {
    List<Standing> parts = found.order().orderIds().stream().map(history::of).toList();
    return FoundOrder.of(
        parts, found.people().stream().map(one -> FoundPerson.of(one, people.read(one))).toList());
  }
}
