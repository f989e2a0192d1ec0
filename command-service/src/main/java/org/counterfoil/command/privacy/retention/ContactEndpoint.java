package org.counterfoil.command.privacy.retention;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.counterfoil.command.exchange.Answers;
import org.counterfoil.command.exchange.Exchange;
import org.counterfoil.command.exchange.Sent;
import org.counterfoil.command.privacy.subject.PeopleActs;
import org.counterfoil.command.privacy.subject.PeopleHistory;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.privacy.subject.ContactKind;
import org.counterfoil.domain.privacy.subject.DataSubjectId;
import org.counterfoil.domain.privacy.subject.RecordPeople;
import org.counterfoil.domain.privacy.subject.SubjectCommand.NoteContact;
import org.counterfoil.http.problem.Problem;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Takes from the organisation's mailer who clicked: what is kept after the last contact counts. */
@RestController
@Tag(name = "Personal data")
final class ContactEndpoint {

  private static final int MOST_AT_ONCE = 1_000;

  private final PeopleHistory history;
  private final PeopleActs acts;

  ContactEndpoint(PeopleHistory history, PeopleActs acts) {
    this.history = history;
    this.acts = acts;
  }

  /**
   * Somebody followed a link that was meant for it.
   *
   * @param subjectId as the mailing list names it
   * @param kind CLICK; what somebody bought is known, and a mail that was opened is no contact
   * @param at when
   */
  record Contact(
      DataSubjectId subjectId, @Schema(example = "CLICK") ContactKind kind, Instant at) {}

  /** Who was heard of. */
  record ContactsWish(List<Contact> contacts) {}

  @PostMapping("/api/v1/privacy/{organisationId}/contacts")
  @Operation(
      summary = "Tell who clicked in what was sent",
      description =
          "1 to 1,000 at once. What is kept for a time after the last contact is kept from then on;"
              + " a mail that was merely opened is no contact, and is not taken. Repeating it, or"
              + " telling of an earlier click, changes nothing. 404 for somebody unknown, 400"
              + " CONTACT_IN_THE_FUTURE; those before stay told.")
  ResponseEntity<byte[]> note(
      @PathVariable OrganisationId organisationId,
      @RequestBody Sent<ContactsWish> sent,
      Exchange exchange) {
    exchange.access().permit(organisationId);
    List<Contact> contacts = sent.value().contacts();
    if (contacts.isEmpty() || contacts.size() > MOST_AT_ONCE) {
      throw Problem.invalid(
              "contacts", "Expected 1 to " + MOST_AT_ONCE + ", but " + contacts.size())
          .exception();
    }
    for (int i = 0; i < contacts.size(); i++) {
      if (contacts.get(i).kind() != ContactKind.CLICK) {
        throw Problem.invalid(
                "contacts[" + i + "].kind",
                "Expected CLICK, but it is another: an order is known by itself")
            .exception();
      }
    }
    List<RecordPeople> news =
        contacts.stream()
            .filter(contact -> isNews(organisationId, contact))
            .map(
                contact ->
                    new RecordPeople(
                        null,
                        List.of(
                            new NoteContact(
                                organisationId,
                                contact.subjectId(),
                                contact.kind(),
                                contact.at()))))
            .toList();
    return news.isEmpty()
        ? ResponseEntity.noContent().build()
        : acts.submit(
            exchange.in(organisationId).with(sent), news, List.of(), events -> Answers.noContent());
  }

  private boolean isNews(OrganisationId organisation, Contact contact) {
    return history.of(organisation, contact.subjectId()).members().stream()
        .noneMatch(member -> member.wasHeardOfSince(contact.at()));
  }
}
