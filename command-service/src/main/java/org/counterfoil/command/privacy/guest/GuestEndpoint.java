package org.counterfoil.command.privacy.guest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.counterfoil.command.exchange.Answers;
import org.counterfoil.command.exchange.Directory;
import org.counterfoil.command.exchange.Exchange;
import org.counterfoil.command.exchange.Sent;
import org.counterfoil.command.privacy.capture.People;
import org.counterfoil.command.privacy.capture.People.Occasion;
import org.counterfoil.command.privacy.capture.Told;
import org.counterfoil.command.privacy.capture.ToldWish;
import org.counterfoil.command.privacy.capture.ToldWish.CaptureWish;
import org.counterfoil.command.privacy.erasure.Erasing;
import org.counterfoil.command.privacy.subject.PeopleActs;
import org.counterfoil.domain.OrderId;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.domain.privacy.PrivacyRejection;
import org.counterfoil.domain.privacy.register.CaptureDoor;
import org.counterfoil.domain.privacy.register.NoticeVersionId;
import org.counterfoil.domain.privacy.register.PersonalField;
import org.counterfoil.domain.privacy.register.PurposeKey;
import org.counterfoil.domain.privacy.subject.DataSubjectId;
import org.counterfoil.domain.privacy.subject.ErasureReason;
import org.counterfoil.domain.privacy.subject.RecordPeople;
import org.counterfoil.domain.privacy.subject.SubjectEvent.PersonalDataCaptured;
import org.counterfoil.domain.seathold.TicketId;
import org.counterfoil.eventstore.ticket.TicketStanding;
import org.counterfoil.http.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Puts guests on the list of a performance, and takes them off it. */
@RestController
@Tag(name = "Admissions")
final class GuestEndpoint {

  private static final PurposeKey USUAL = new PurposeKey("guest-list");

  private final Directory directory;
  private final Guests guests;
  private final People people;
  private final PeopleActs acts;
  private final Erasing erasing;

  GuestEndpoint(
      Directory directory, Guests guests, People people, PeopleActs acts, Erasing erasing) {
    this.directory = directory;
    this.guests = guests;
    this.people = people;
    this.acts = acts;
    this.erasing = erasing;
  }

  /**
   * Whom to expect.
   *
   * @param orderId all of whose tickets of the performance are the guest's; or else a ticket
   * @param notice what the guest was shown, or whoever named it
   * @param purpose why the name is kept; {@code guest-list} where missing
   */
  record GuestWish(
      @Schema(example = "A. N. Example") String name,
      @Nullable OrderId orderId,
      @Nullable TicketId ticketId,
      NoticeVersionId notice,
      @Schema(example = "guest-list") @Nullable PurposeKey purpose) {
    @Override
    public String toString() {
      return "GuestWish[…]";
    }
  }

  /** Who was put on the list, and with which tickets it comes. */
  record ListedGuest(DataSubjectId subjectId, List<Integer> ticketNumbers) {}

  @PostMapping(GuestListEndpoint.LIST)
  @Operation(
      summary = "Put somebody on the guest list, with the tickets of an order or with one ticket",
      description =
          "The name is kept for a declared purpose, under its notice, until its retention ends. 404"
              + " UNKNOWN_ORDER, UNKNOWN_TICKET; 409 PURPOSE_NOT_DECLARED, FIELD_NOT_DECLARED,"
              + " UNKNOWN_NOTICE, NOTICE_OUTDATED; 503 VAULT_UNAVAILABLE.")
  @ApiResponse(
      responseCode = "201",
      description = "Expected",
      content = @Content(schema = @Schema(implementation = ListedGuest.class)))
  ResponseEntity<byte[]> expect(
      @PathVariable PerformanceId performanceId,
      @RequestBody Sent<GuestWish> sent,
      Exchange exchange) {
    OrganisationId organisation = directory.performance(performanceId).organisationId();
    exchange.access().permit(organisation);
    GuestWish wish = sent.value();
    List<TicketStanding> tickets = ticketsOf(performanceId, wish);
    String field = PersonalField.NAME.key();
    Told told =
        people.tell(
            new ToldWish(
                Map.of(field, wish.name()),
                Map.of(
                    field,
                    List.of(
                        new CaptureWish(
                            wish.purpose() == null ? USUAL : wish.purpose(), wish.notice()))),
                List.of()),
            new Occasion(
                organisation,
                "",
                CaptureDoor.ADMISSION_LIST,
                tickets.getFirst().orderId(),
                wish.ticketId()));
    if (told.isNothing()) {
      throw Problem.invalid("purpose", "Expected a purpose that asks for no consent, but it does")
          .exception();
    }
    ListedGuest listed =
        new ListedGuest(
            told.commands().getFirst().subjectId(),
            tickets.stream().map(TicketStanding::ticketNumber).toList());
    return exchange
        .in(organisation)
        .with(sent)
        .sealing(told.sealed())
        .submit(new RecordPeople(null, told.commands()), events -> Answers.created(listed));
  }

  private List<TicketStanding> ticketsOf(PerformanceId performance, GuestWish wish) {
    if ((wish.orderId() == null) == (wish.ticketId() == null)) {
      throw Problem.invalid("orderId", "Expected an order or a ticket, but there are both or none")
          .exception();
    }
    Set<OrderId> orders =
        wish.orderId() == null ? Set.of() : Set.copyOf(directory.order(wish.orderId()).orderIds());
    List<TicketStanding> tickets = guests.ticketsOf(performance, orders, wish.ticketId());
    if (tickets.isEmpty()) {
      throw Problem.invalid(
              wish.orderId() == null ? "ticketId" : "orderId",
              "Expected tickets of the performance that admit somebody, but there are none")
          .exception();
    }
    return tickets;
  }

  @DeleteMapping(GuestListEndpoint.LIST + "/{subjectId}")
  @Operation(
      summary = "Take somebody off the guest list: the name is erased",
      description =
          "The tickets stay as they are. Repeating it changes nothing. 404 UNKNOWN_SUBJECT for who"
              + " is not on the list of this performance.")
  @ApiResponse(responseCode = "204", description = "Erased")
  ResponseEntity<byte[]> forget(
      @PathVariable PerformanceId performanceId,
      @PathVariable DataSubjectId subjectId,
      Exchange exchange) {
    OrganisationId organisation = directory.performance(performanceId).organisationId();
    exchange.access().permit(organisation);
    PersonalDataCaptured told =
        guests
            .onList(performanceId, subjectId)
            .orElseThrow(
                () ->
                    Problem.refused(
                            PrivacyRejection.UNKNOWN_SUBJECT,
                            "Expected somebody on the list, but " + subjectId + " is not")
                        .exception());
    erasing.requireVault();
    ResponseEntity<byte[]> stored =
        acts.submit(
            exchange.in(organisation),
            List.of(
                new RecordPeople(
                    null,
                    List.of(
                        erasing.command(
                            organisation,
                            subjectId,
                            List.of(told.purpose()),
                            List.of(),
                            ErasureReason.NO_LONGER_NEEDED,
                            erasing.inBackupsUntil(organisation))))),
            List.of(),
            events -> Answers.noContent());
    erasing.destroy(List.of(told.keyId()));
    return stored;
  }
}
