package org.counterfoil.command.privacy.consent;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.counterfoil.command.exchange.Answers;
import org.counterfoil.command.exchange.Directory;
import org.counterfoil.command.exchange.Exchange;
import org.counterfoil.command.exchange.Sent;
import org.counterfoil.command.privacy.capture.People;
import org.counterfoil.command.privacy.capture.People.Occasion;
import org.counterfoil.command.privacy.capture.Told;
import org.counterfoil.command.privacy.capture.ToldValues;
import org.counterfoil.command.privacy.capture.ToldWish;
import org.counterfoil.command.privacy.capture.ToldWish.ConsentWish;
import org.counterfoil.command.privacy.form.SignUpLimit;
import org.counterfoil.command.privacy.register.Registers;
import org.counterfoil.domain.Actor;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.privacy.register.CaptureDoor;
import org.counterfoil.domain.privacy.register.NoticeVersionId;
import org.counterfoil.domain.privacy.register.PersonalField;
import org.counterfoil.domain.privacy.register.PublicForm;
import org.counterfoil.domain.privacy.register.PurposeKey;
import org.counterfoil.domain.privacy.subject.RecordPeople;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Takes the addresses of those who want to be written to. */
@RestController
@Tag(name = "Personal data")
final class NewsletterEndpoint {

  private final Directory directory;
  private final People people;
  private final Registers registers;
  private final Confirmations confirmations;
  private final SignUpLimit limit;

  NewsletterEndpoint(
      Directory directory,
      People people,
      Registers registers,
      Confirmations confirmations,
      SignUpLimit limit) {
    this.directory = directory;
    this.people = people;
    this.registers = registers;
    this.confirmations = confirmations;
    this.limit = limit;
  }

  /**
   * What somebody says who fills in the form.
   *
   * @param values what else it tells, by field, where the purpose asks for it
   * @param given yes or no; a no leaves nothing
   * @param notice what it was shown
   */
  record SubscriptionWish(
      @Schema(example = "reader@example.org") String email,
      @Schema(example = "null") @Nullable Map<String, String> values,
      @Schema(example = "newsletter") PurposeKey purpose,
      boolean given,
      NoticeVersionId notice) {
    @Override
    public String toString() {
      return "SubscriptionWish[…]";
    }

    ToldWish told() {
      Map<String, String> all = new LinkedHashMap<>(values == null ? Map.of() : values);
      all.put(PersonalField.EMAIL.key(), email);
      return new ToldWish(all, Map.of(), List.of(new ConsentWish(purpose, given, notice)));
    }
  }

  @PostMapping("/api/v1/privacy/{organisationId}/subscriptions")
  @Operation(
      summary = "Subscribe to what rests on consent, such as a newsletter",
      description =
          "204, whoever it is and whatever was known before: nobody learns from it who is"
              + " subscribed. It counts once whoever has the address confirms it"
              + " (GET …/confirmations), unless the form was set otherwise. 429 for too many from one"
              + " address of the network, from whom no token of the organisation is shown.")
  ResponseEntity<byte[]> subscribe(
      @PathVariable OrganisationId organisationId,
      @RequestBody Sent<SubscriptionWish> sent,
      Exchange exchange) {
    directory.organisation(organisationId);
    if (exchange.access().caller().rolesIn(organisationId).isEmpty()) {
      limit.count(organisationId, exchange.remoteAddress());
    }
    SubscriptionWish wish = sent.value();
    Told told =
        wish.given()
            ? people.tell(
                wish.told(),
                new Occasion(organisationId, "", CaptureDoor.NEWSLETTER_FORM, null, null))
            : Told.NOTHING;
    // Checked first and all the same: a wrong notice tells nobody who is being asked.
    if (told.isNothing() || isAskedAlready(organisationId, wish)) {
      return ResponseEntity.noContent().build();
    }
    exchange
        .in(organisationId)
        .with(sent)
        .by(new Actor(Actor.Kind.BUYER, told.commands().getFirst().subjectId().value()))
        .shownBy("")
        .sealing(told.sealed())
        .submit(new RecordPeople(null, told.commands()), events -> Answers.noContent());
    // Not with its position: who is not asked a second time has none.
    return ResponseEntity.noContent().build();
  }

  /** Nobody gets a second letter because a stranger typed an address again. */
  private boolean isAskedAlready(OrganisationId organisation, SubscriptionWish wish) {
    return registers.of(organisation).isConfirmed(PublicForm.NEWSLETTER)
        && confirmations.isWaiting(
            organisation, wish.purpose(), ToldValues.email("email", wish.email()));
  }
}
