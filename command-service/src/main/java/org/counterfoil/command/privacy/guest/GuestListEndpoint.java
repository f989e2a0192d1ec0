package org.counterfoil.command.privacy.guest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.counterfoil.command.exchange.Answers;
import org.counterfoil.command.exchange.Directory;
import org.counterfoil.command.exchange.Exchange;
import org.counterfoil.command.privacy.disclosure.Reading;
import org.counterfoil.command.privacy.guest.Guests.Guest;
import org.counterfoil.domain.OrderId;
import org.counterfoil.domain.admission.AdmissionDecider;
import org.counterfoil.domain.admission.AdmissionEvent;
import org.counterfoil.domain.admission.Admissions;
import org.counterfoil.domain.admission.Door;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.domain.privacy.disclosure.DisclosureKind;
import org.counterfoil.domain.privacy.disclosure.DisclosureReason;
import org.counterfoil.domain.privacy.register.PersonalField;
import org.counterfoil.domain.privacy.register.PurposeKey;
import org.counterfoil.domain.privacy.subject.DataSubjectId;
import org.counterfoil.domain.seathold.TicketId;
import org.counterfoil.eventstore.codec.DomainJson;
import org.counterfoil.eventstore.log.EventLog;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Tells who is expected by name at a performance, to whoever stands at its door. */
@RestController
@Tag(name = "Admissions")
final class GuestListEndpoint {

  /** A list is there for the door; those who answer a guest, or look after it, may read it too. */
  private static final Set<DisclosureReason> REASONS =
      Set.of(
          DisclosureReason.ADMISSION,
          DisclosureReason.CUSTOMER_SERVICE,
          DisclosureReason.PERFORMANCE_CHANGED,
          DisclosureReason.AUDIT,
          DisclosureReason.LEGAL_OBLIGATION);

  static final String LIST = "/api/v1/performances/{performanceId}/guest-list";

  private final Directory directory;
  private final Guests guests;
  private final Reading reading;
  private final EventLog log;

  GuestListEndpoint(Directory directory, Guests guests, Reading reading, EventLog log) {
    this.directory = directory;
    this.guests = guests;
    this.reading = reading;
    this.log = log;
  }

  /** Everybody who is expected by name. */
  record GuestList(List<ExpectedGuest> items) {}

  /**
   * Somebody who is expected.
   *
   * @param name missing where it is kept and not used
   * @param onList whether staff put it there; else it was named when tickets were ordered
   */
  record ExpectedGuest(
      DataSubjectId subjectId,
      @Nullable String name,
      boolean restricted,
      boolean onList,
      PurposeKey purpose,
      @Nullable OrderId orderId,
      List<GuestTicket> tickets) {
    @Override
    public String toString() {
      return "ExpectedGuest[" + subjectId + "]";
    }
  }

  /**
   * A ticket with which somebody comes.
   *
   * @param admitted whether it was let in
   * @param isVoid whether it admits nobody any more
   */
  record GuestTicket(TicketId ticketId, int ticketNumber, boolean admitted, boolean isVoid) {}

  @GetMapping(LIST)
  @Operation(
      summary = "Everybody who is expected by name: guests, and holders named in orders",
      description =
          "With the numbers of their tickets, and whether they were let in. Recorded as a disclosure"
              + " before it is told; no other place has these names.")
  @Parameter(in = ParameterIn.HEADER, name = Reading.REASON, required = true)
  @ApiResponse(
      responseCode = "200",
      description = "Expected",
      content = @Content(schema = @Schema(implementation = GuestList.class)))
  ResponseEntity<byte[]> list(@PathVariable PerformanceId performanceId, Exchange exchange) {
    OrganisationId organisation = directory.performance(performanceId).organisationId();
    exchange.access().permit(organisation);
    DisclosureReason reason = reading.reasonOf(exchange, REASONS);
    List<Guest> expected = guests.of(performanceId);
    ResponseEntity<byte[]> recorded =
        exchange
            .in(organisation)
            .submit(
                reading.of(
                    organisation,
                    DisclosureKind.LIST,
                    reason,
                    expected.stream().map(Guest::id).toList(),
                    expected.stream().map(Guest::purpose).distinct().toList(),
                    List.of(PersonalField.NAME),
                    null),
                events -> Answers.noContent());
    Admissions admissions = admissions(new Door(organisation, performanceId));
    GuestList list =
        new GuestList(
            expected.stream()
                .map(guest -> shown(guest, admissions))
                .sorted(
                    Comparator.comparing(
                        (ExpectedGuest one) -> one.name() == null ? "" : one.name(),
                        String.CASE_INSENSITIVE_ORDER))
                .toList());
    return ResponseEntity.ok()
        .headers(recorded.getHeaders())
        .cacheControl(CacheControl.noStore())
        .contentType(MediaType.APPLICATION_JSON)
        .body(DomainJson.mapper().writeValueAsBytes(list));
  }

  private ExpectedGuest shown(Guest guest, Admissions admissions) {
    return new ExpectedGuest(
        guest.id(),
        guests.read(guest),
        guest.kept() == null,
        guest.isOnList(),
        guest.purpose(),
        guest.told().orderId(),
        guest.tickets().stream()
            .map(
                ticket ->
                    new GuestTicket(
                        ticket.ticketId(),
                        ticket.ticketNumber(),
                        admissions.of(ticket.ticketNumber()) != null,
                        ticket.isVoid()))
            .toList());
  }

  private Admissions admissions(Door door) {
    Admissions admissions = new Admissions();
    AdmissionDecider decider = new AdmissionDecider();
    log.readStream(door.streamId())
        .forEach(
            recorded -> decider.evolve(admissions, (AdmissionEvent) recorded.envelope().payload()));
    return admissions;
  }
}
