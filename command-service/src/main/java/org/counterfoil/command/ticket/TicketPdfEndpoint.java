package org.counterfoil.command.ticket;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.counterfoil.command.exchange.Directory;
import org.counterfoil.command.order.OrderHistory;
import org.counterfoil.domain.OrderId;
import org.counterfoil.domain.order.Order;
import org.counterfoil.domain.order.OrderRejection;
import org.counterfoil.domain.organisation.CountryCode;
import org.counterfoil.domain.seathold.TicketId;
import org.counterfoil.eventstore.ticket.TicketStanding;
import org.counterfoil.http.access.Access;
import org.counterfoil.http.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Prints tickets. */
@RestController
@Tag(name = "Selling")
final class TicketPdfEndpoint {

  private static final CountryCode FRANCE = new CountryCode("FR");
  private static final int MOST_TICKETS = 500;

  private final Tickets tickets;
  private final Printing printing;
  private final OrderHistory history;
  private final Directory directory;
  private final TicketPdf pdf = new TicketPdf();

  TicketPdfEndpoint(Tickets tickets, Printing printing, OrderHistory history, Directory directory) {
    this.tickets = tickets;
    this.printing = printing;
    this.history = history;
    this.directory = directory;
  }

  @GetMapping("/api/v1/tickets/{ticketId}.pdf")
  @Operation(
      summary = "A ticket to print",
      description =
          "On A4 paper or for a ticket printer, in French or English. 409 TICKET_VOID for one that"
              + " admits nobody any more. One that was transferred is printed with its Ticket-Secret, no"
              + " longer with the order's.")
  ResponseEntity<byte[]> one(
      @PathVariable TicketId ticketId,
      @Schema(allowableValues = {"A4", "THERMAL"}) @RequestParam(defaultValue = "A4") String format,
      @Schema(allowableValues = {"fr", "en"}) @RequestParam(required = false)
          @Nullable String language,
      Access access) {
    TicketStanding ticket = tickets.get(ticketId);
    tickets.permit(ticket, access);
    if (ticket.isVoid()) {
      throw isVoid("Expected a valid ticket, but it is void");
    }
    return answer(List.of(ticket), ticket.orderId(), format, language);
  }

  @GetMapping("/api/v1/orders/{orderId}/tickets.pdf")
  @Operation(
      summary = "All valid tickets of an order to print",
      description =
          "Those that were transferred are their holders', and not among them. 409"
              + " ORDER_NOT_COMPLETED; 409 TICKET_VOID where all of them are; 409 TICKET_TRANSFERRED.")
  ResponseEntity<byte[]> all(
      @PathVariable OrderId orderId,
      @Schema(allowableValues = {"A4", "THERMAL"}) @RequestParam(defaultValue = "A4") String format,
      @Schema(allowableValues = {"fr", "en"}) @RequestParam(required = false)
          @Nullable String language,
      Access access) {
    access.permitOrder(orderId, () -> directory.order(orderId).organisationId());
    List<TicketStanding> issued = new ArrayList<>();
    directory.order(orderId).orderIds().forEach(part -> issued.addAll(issuedOf(part)));
    if (issued.isEmpty()) {
      throw Problem.refused(
              OrderRejection.ORDER_NOT_COMPLETED, "Expected issued tickets, but there are none")
          .exception();
    }
    List<TicketStanding> valid =
        issued.stream().filter(ticket -> !ticket.isVoid()).limit(MOST_TICKETS).toList();
    if (valid.isEmpty()) {
      throw isVoid("Expected a valid ticket, but all are void");
    }
    List<TicketStanding> own = valid.stream().filter(ticket -> !ticket.isTransferred()).toList();
    if (own.isEmpty()) {
      throw Problem.refused(
              OrderRejection.TICKET_TRANSFERRED,
              "Expected a ticket of who bought it, but all valid ones were transferred")
          .exception();
    }
    return answer(own, orderId, format, language);
  }

  private List<TicketStanding> issuedOf(OrderId id) {
    Order order = history.of(id).order();
    return order.placed().tickets().stream()
        .filter(ticket -> order.ticketNumber(ticket.ticketId()) != null)
        .map(ticket -> tickets.get(ticket.ticketId()))
        .sorted(Comparator.comparingInt(TicketStanding::ticketNumber))
        .toList();
  }

  /** A print of it would look like a ticket. */
  private static RuntimeException isVoid(String detail) {
    return Problem.refused(OrderRejection.TICKET_VOID, detail).exception();
  }

  private ResponseEntity<byte[]> answer(
      List<TicketStanding> standing, OrderId order, String format, @Nullable String language) {
    PrintFormat paper = format(format);
    TicketWords words = words(language, order);
    byte[] bytes = pdf.of(standing.stream().map(printing::of).toList(), paper, words);
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_PDF)
        .cacheControl(CacheControl.noStore())
        .header(
            "Content-Disposition",
            "inline; filename=\"ticket-" + standing.getFirst().ticketNumber() + ".pdf\"")
        .body(bytes);
  }

  private static PrintFormat format(String name) {
    return switch (name.toUpperCase(Locale.ROOT)) {
      case "A4" -> PrintFormat.A4;
      case "THERMAL" -> PrintFormat.THERMAL;
      default ->
          throw Problem.invalid("format", "Expected A4 or THERMAL, but it is another").exception();
    };
  }

  /** The one asked for, or that of the organisation's country. */
  private TicketWords words(@Nullable String language, OrderId order) {
    if (language == null) {
      CountryCode country =
          directory.organisation(directory.order(order).organisationId()).country();
      return country.equals(FRANCE) ? TicketWords.FR : TicketWords.EN;
    }
    return switch (language) {
      case "fr" -> TicketWords.FR;
      case "en" -> TicketWords.EN;
      default ->
          throw Problem.invalid("language", "Expected fr or en, but it is another").exception();
    };
  }
}
