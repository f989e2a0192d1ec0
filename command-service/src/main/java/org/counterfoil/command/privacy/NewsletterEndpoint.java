package org.counterfoil.command.privacy;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import org.counterfoil.command.exchange.Answers;
import org.counterfoil.command.exchange.Directory;
import org.counterfoil.command.exchange.Exchange;
import org.counterfoil.command.exchange.Sent;
import org.counterfoil.command.privacy.People.Occasion;
import org.counterfoil.command.privacy.ToldWish.ConsentWish;
import org.counterfoil.domain.Actor;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.privacy.CaptureDoor;
import org.counterfoil.domain.privacy.NoticeVersionId;
import org.counterfoil.domain.privacy.PurposeKey;
import org.counterfoil.domain.privacy.RecordPeople;
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

  NewsletterEndpoint(Directory directory, People people) {
    this.directory = directory;
    this.people = people;
  }

  /**
   * What somebody says who fills in the form.
   *
   * @param given yes or no; a no leaves nothing
   * @param notice what it was shown
   */
  record SubscriptionWish(
      @Schema(example = "reader@example.org") String email,
      @Schema(example = "newsletter") PurposeKey purpose,
      boolean given,
      NoticeVersionId notice) {
    @Override
    public String toString() {
      return "SubscriptionWish[…]";
    }
  }

  @PostMapping("/api/v1/privacy/{organisationId}/subscriptions")
  @Operation(
      summary = "Subscribe to what rests on consent, such as a newsletter",
      description =
          "204, whoever it is and whatever was known before: nobody learns from it who is"
              + " subscribed.")
  ResponseEntity<byte[]> subscribe(
      @PathVariable OrganisationId organisationId,
      @RequestBody Sent<SubscriptionWish> sent,
      Exchange exchange) {
    directory.organisation(organisationId);
    SubscriptionWish wish = sent.value();
    Told told =
        wish.given()
            ? people.tell(
                new ToldWish(
                    Map.of("email", wish.email()),
                    Map.of(),
                    List.of(new ConsentWish(wish.purpose(), true, wish.notice()))),
                new Occasion(organisationId, "", CaptureDoor.NEWSLETTER_FORM, null, null))
            : Told.NOTHING;
    if (told.isNothing()) {
      return ResponseEntity.noContent().build();
    }
    return exchange
        .in(organisationId)
        .with(sent)
        .by(new Actor(Actor.Kind.BUYER, told.commands().getFirst().subjectId().value()))
        .shownBy("")
        .sealing(told.sealed())
        .submit(new RecordPeople(null, told.commands()), events -> Answers.noContent());
  }
}
