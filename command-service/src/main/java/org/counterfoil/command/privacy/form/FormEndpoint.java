package org.counterfoil.command.privacy.form;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Set;
import org.counterfoil.command.exchange.Answers;
import org.counterfoil.command.exchange.CurrentAnswer;
import org.counterfoil.command.exchange.Directory;
import org.counterfoil.command.exchange.Exchange;
import org.counterfoil.command.exchange.Sent;
import org.counterfoil.command.privacy.form.Forms.ShownForm;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.privacy.register.PublicForm;
import org.counterfoil.domain.privacy.register.PurposeKey;
import org.counterfoil.domain.privacy.register.RegisterCommand.SetPublicForm;
import org.counterfoil.http.problem.Problem;
import org.counterfoil.http.problem.ProblemCode;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a form asks of people, and what it says beside each field; and who says so. */
@RestController
@Tag(name = "Personal data")
final class FormEndpoint {

  private final CurrentAnswer current;
  private final Directory directory;
  private final Forms forms;

  FormEndpoint(CurrentAnswer current, Directory directory, Forms forms) {
    this.current = current;
    this.directory = directory;
    this.forms = forms;
  }

  @GetMapping("/api/v1/privacy/{organisationId}/forms/{form}")
  @Operation(
      summary = "What a form asks people for: each field with why, on which basis and how long",
      description =
          "For whoever shows a form: nothing is asked that no declared purpose needs, and nothing"
              + " for a purpose without a published notice. Questions are shown unanswered, yes and no"
              + " alike; no answer is a no.")
  ResponseEntity<ShownForm> form(
      @PathVariable OrganisationId organisationId,
      @Schema(allowableValues = {"order", "newsletter", "account"}) @PathVariable String form,
      @Schema(allowableValues = {"fr", "en"}) @RequestParam(required = false)
          @Nullable String language) {
    FormLanguage words =
        FormLanguage.of(language == null ? "en" : language)
            .orElseThrow(
                () ->
                    Problem.invalid("language", "Expected fr or en, but it is another")
                        .exception());
    PublicForm asking = named(form);
    var organisation = directory.organisation(organisationId);
    return current.of(() -> forms.shown(organisation, asking, words));
  }

  private static PublicForm named(String form) {
    return PublicForm.of(form)
        .orElseThrow(
            () ->
                Problem.of(ProblemCode.NOT_FOUND, "Expected a form, but there is none")
                    .exception());
  }

  /**
   * What a form asks.
   *
   * @param purposes their keys; all that such a form usually asks for where missing. The name
   *     alone, for a law or the door, is asked on that of an order of each ticket's holder
   * @param confirmation whether a yes to marketing counts only once whoever has the address
   *     confirms it; as usual where missing: on the newsletter's form, not on that of an order
   */
  record FormWish(@Nullable Set<PurposeKey> purposes, @Nullable Boolean confirmation) {}

  @PutMapping("/api/v1/privacy/{organisationId}/forms/{form}")
  @Operation(
      summary = "Say for what a form asks, and whether a yes on it is to be confirmed",
      description = "404 UNKNOWN_PURPOSE; 409 NOT_BY_CONSENT for a newsletter's.")
  @ApiResponse(responseCode = "204", description = "So it asks from now on")
  ResponseEntity<byte[]> set(
      @PathVariable OrganisationId organisationId,
      @Schema(allowableValues = {"order", "newsletter", "account"}) @PathVariable String form,
      @RequestBody Sent<FormWish> sent,
      Exchange exchange) {
    exchange.access().permit(organisationId);
    PublicForm asking = named(form);
    FormWish wish = sent.value();
    return exchange
        .in(organisationId)
        .with(sent)
        .submit(
            new SetPublicForm(
                organisationId,
                asking,
                wish.purposes() == null ? null : List.copyOf(wish.purposes()),
                wish.confirmation() == null ? asking.isConfirmedUsually() : wish.confirmation()),
            events -> Answers.noContent());
  }
}
