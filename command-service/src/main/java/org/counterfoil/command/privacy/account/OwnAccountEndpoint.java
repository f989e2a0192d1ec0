package org.counterfoil.command.privacy.account;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import org.counterfoil.command.exchange.Answers;
import org.counterfoil.command.exchange.Directory;
import org.counterfoil.command.exchange.Exchange;
import org.counterfoil.command.exchange.SecretMarks;
import org.counterfoil.command.exchange.Sent;
import org.counterfoil.command.privacy.account.OwnRights.OwnErasure;
import org.counterfoil.command.privacy.capture.People;
import org.counterfoil.command.privacy.capture.People.Occasion;
import org.counterfoil.command.privacy.capture.Told;
import org.counterfoil.command.privacy.capture.ToldWish;
import org.counterfoil.command.privacy.capture.ToldWish.CaptureWish;
import org.counterfoil.command.privacy.capture.ToldWish.ConsentWish;
import org.counterfoil.command.privacy.erasure.Certificate;
import org.counterfoil.command.privacy.export.PersonExport;
import org.counterfoil.command.privacy.form.SignUpLimit;
import org.counterfoil.command.privacy.rights.ObjectionWish;
import org.counterfoil.command.privacy.rights.Rectification;
import org.counterfoil.domain.Actor;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.privacy.register.CaptureDoor;
import org.counterfoil.domain.privacy.register.DpvPurpose;
import org.counterfoil.domain.privacy.register.PurposeKey;
import org.counterfoil.domain.privacy.subject.DataSubjectId;
import org.counterfoil.domain.privacy.subject.RecordPeople;
import org.counterfoil.domain.privacy.subject.SubjectCommand.CapturePersonalData;
import org.counterfoil.http.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * Accounts without a password: whoever opens one gets a secret, and looks after its data with it.
 */
@RestController
@Tag(name = "Own data")
final class OwnAccountEndpoint {

  private static final String ACCOUNT = "/api/v1/accounts/{accountId}";

  private final Directory directory;
  private final People people;
  private final Accounts accounts;
  private final OwnRights own;
  private final SignUpLimit limit;

  OwnAccountEndpoint(
      Directory directory, People people, Accounts accounts, OwnRights own, SignUpLimit limit) {
    this.directory = directory;
    this.people = people;
    this.accounts = accounts;
    this.own = own;
    this.limit = limit;
  }

  /**
   * An account to be opened.
   *
   * @param buyer what the person tells of itself, by field
   * @param captures for what each field is told, and under which notice: one, or a list
   * @param consents its answers; what is missing is not given
   */
  record AccountWish(
      OrganisationId organisationId,
      @Schema(example = "{\"email\":\"buyer@example.org\"}") Map<String, String> buyer,
      @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
          Map<String, List<CaptureWish>> captures,
      @Nullable List<ConsentWish> consents) {
    @Override
    public String toString() {
      return "AccountWish[…]";
    }
  }

  /**
   * An account that was opened.
   *
   * @param accountSecret shown in the header {@code Account-Secret}, also where an order is placed
   */
  record OpenedAccount(DataSubjectId accountId, String accountSecret) {}

  @PostMapping("/api/v1/accounts")
  @Operation(
      summary = "Open an account with an organisation",
      description =
          "By its secret a person sees, corrects and erases what it told, and its orders are its own"
              + " where they show it. Something is told for a purpose that manages accounts, such as the"
              + " built-in account. It is nobody's who is known already: an address that is typed proves"
              + " nothing. 429 for too many from one address of the network.")
  @ApiResponse(
      responseCode = "201",
      description = "Opened",
      content = @Content(schema = @Schema(implementation = OpenedAccount.class)))
  ResponseEntity<byte[]> open(@RequestBody Sent<AccountWish> sent, Exchange exchange) {
    AccountWish wish = sent.value();
    OrganisationId organisation = wish.organisationId();
    directory.organisation(organisation);
    if (exchange.access().caller().rolesIn(organisation).isEmpty()) {
      limit.count(organisation, exchange.remoteAddress());
    }
    Told told =
        people.tell(
            new ToldWish(wish.buyer(), wish.captures(), wish.consents()),
            new Occasion(organisation, "buyer", CaptureDoor.ACCOUNT, null, null));
    if (told.commands().stream()
        .noneMatch(
            command ->
                command instanceof CapturePersonalData capture
                    && capture.purpose().purpose().dpvPurpose() == DpvPurpose.ACCOUNT_MANAGEMENT)) {
      throw Problem.invalid(
              "captures", "Expected a field for a purpose that manages accounts, but there is none")
          .exception();
    }
    DataSubjectId account = told.commands().getFirst().subjectId();
    return exchange
        .in(organisation)
        .with(sent)
        .by(new Actor(Actor.Kind.BUYER, account.value()))
        .shownBy("")
        .at("/api/v1/accounts/")
        .sealing(told.sealed())
        .submit(
            new RecordPeople(null, told.commands()),
            events -> Answers.created(new OpenedAccount(account, SecretMarks.account(account))));
  }

  @GetMapping(ACCOUNT)
  @Operation(
      summary = "Everything that is kept of whoever has the account",
      description = "Recorded as a disclosure to the person itself before it is told.")
  @ApiResponse(
      responseCode = "200",
      description = "All of it",
      content = @Content(schema = @Schema(implementation = PersonExport.class)))
  ResponseEntity<byte[]> show(@PathVariable DataSubjectId accountId, Exchange exchange) {
    exchange.access().permitAccount(accountId);
    return own.show(exchange, accounts.of(accountId));
  }

  @PatchMapping(ACCOUNT)
  @Operation(summary = "Put right what is kept, under the same purposes and notices")
  @ApiResponse(responseCode = "204", description = "What it was before is destroyed")
  ResponseEntity<byte[]> rectify(
      @PathVariable DataSubjectId accountId,
      @RequestBody Sent<Rectification> sent,
      Exchange exchange) {
    exchange.access().permitAccount(accountId);
    return own.rectify(exchange, accounts.of(accountId), sent);
  }

  @PostMapping(ACCOUNT + "/consents")
  @Operation(
      summary = "Say yes or no to a purpose",
      description =
          "A yes is for what was told before; to marketing it counts once whoever has the address"
              + " confirms it, unless the form account was set otherwise.")
  @ApiResponse(responseCode = "204", description = "Recorded")
  ResponseEntity<byte[]> answer(
      @PathVariable DataSubjectId accountId,
      @RequestBody Sent<ConsentWish> sent,
      Exchange exchange) {
    exchange.access().permitAccount(accountId);
    return own.answer(exchange, accounts.of(accountId), sent);
  }

  @DeleteMapping(ACCOUNT + "/consents/{purpose}")
  @Operation(summary = "Take a consent back", description = "Repeating it changes nothing.")
  @ApiResponse(responseCode = "204", description = "Taken back")
  ResponseEntity<byte[]> withdraw(
      @PathVariable DataSubjectId accountId, @PathVariable PurposeKey purpose, Exchange exchange) {
    exchange.access().permitAccount(accountId);
    return own.withdraw(exchange, accounts.of(accountId), purpose);
  }

  @PostMapping(ACCOUNT + "/objections")
  @Operation(summary = "Object to a purpose; to marketing that is absolute")
  @ApiResponse(responseCode = "204", description = "Recorded")
  ResponseEntity<byte[]> object(
      @PathVariable DataSubjectId accountId,
      @RequestBody Sent<ObjectionWish> sent,
      Exchange exchange) {
    exchange.access().permitAccount(accountId);
    return own.object(exchange, accounts.of(accountId), sent);
  }

  @PostMapping(ACCOUNT + "/erasure")
  @Operation(
      summary = "Erase what is kept, for some purposes or for all that may go",
      description = "409 KEPT_BY_LAW where a purpose is named that must stay.")
  @ApiResponse(
      responseCode = "200",
      description = "The certificate",
      content = @Content(schema = @Schema(implementation = Certificate.class)))
  ResponseEntity<byte[]> erase(
      @PathVariable DataSubjectId accountId,
      @RequestBody Sent<OwnErasure> sent,
      Exchange exchange) {
    exchange.access().permitAccount(accountId);
    return own.erase(exchange, accounts.of(accountId), sent);
  }
}
