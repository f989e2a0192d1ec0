package org.counterfoil.command.privacy;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.counterfoil.command.exchange.CurrentAnswer;
import org.counterfoil.command.exchange.Directory;
import org.counterfoil.command.privacy.Forms.ShownForm;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.privacy.PublicForm;
import org.counterfoil.http.problem.Problem;
import org.counterfoil.http.problem.ProblemCode;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a form asks of people, and what it says beside each field. */
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
      @Schema(allowableValues = {"order", "newsletter"}) @PathVariable String form,
      @Schema(allowableValues = {"fr", "en"}) @RequestParam(required = false)
          @Nullable String language) {
    FormLanguage words =
        FormLanguage.of(language == null ? "en" : language)
            .orElseThrow(
                () ->
                    Problem.invalid("language", "Expected fr or en, but it is another")
                        .exception());
    PublicForm asking =
        PublicForm.of(form)
            .orElseThrow(
                () ->
                    Problem.of(ProblemCode.NOT_FOUND, "Expected a form, but there is none")
                        .exception());
    var organisation = directory.organisation(organisationId);
    return current.of(() -> forms.shown(organisation, asking, words));
  }
}
