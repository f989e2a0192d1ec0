package org.counterfoil.command.audit;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.counterfoil.command.exchange.Answers;
import org.counterfoil.command.exchange.Directory;
import org.counterfoil.command.exchange.Exchange;
import org.counterfoil.command.exchange.Sent;
import org.counterfoil.domain.PublicContact;
import org.counterfoil.domain.PublicLabel;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.privacy.controller.ControllerCommand.DescribeControllership;
import org.counterfoil.domain.privacy.controller.ControllerDescription;
import org.counterfoil.domain.privacy.controller.ThirdCountryTransfer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Says in the register who answers for the processing, and how it is reached. */
@RestController
@Tag(name = "Personal data")
final class ControllerEndpoint {

  private final Directory directory;

  ControllerEndpoint(Directory directory) {
    this.directory = directory;
  }

  /**
   * What the register says; what is not sent is not there.
   *
   * @param contact a mailbox of a function or a page, never a person's
   * @param dpoContact of the data protection officer
   * @param representative in the Union, of a controller outside it
   * @param jointControllers who decides with it
   * @param measures security measures beside Counterfoil's own
   */
  record ControllerWish(
      @Schema(example = "4 quai du Lac, 74200 Thonon-les-Bains") PublicLabel address,
      @Schema(example = "contact@theatre.example") PublicContact contact,
      @Schema(example = "dpo@theatre.example") @Nullable PublicContact dpoContact,
      @Nullable PublicLabel representative,
      @Nullable List<PublicLabel> jointControllers,
      @Nullable List<ThirdCountryTransfer> transfers,
      @Nullable List<PublicLabel> measures) {

    ControllerDescription description() {
      return new ControllerDescription(
          address,
          contact,
          dpoContact,
          representative,
          orNone(jointControllers),
          orNone(transfers),
          orNone(measures));
    }

    private static <T> List<T> orNone(@Nullable List<T> some) {
      return some == null ? List.of() : some;
    }
  }

  @PutMapping("/api/v1/privacy/{organisationId}/controller")
  @Operation(
      summary = "Say who answers for the processing, and how it is reached",
      description =
          "Art. 30(1)(a), (e) and (g) GDPR: what the register says beside the name. Contacts are"
              + " mailboxes of functions (dpo@…, privacy@…, contact@…) or pages, never a person's."
              + " Repeating it changes nothing.")
  @ApiResponse(responseCode = "204", description = "So it says")
  ResponseEntity<byte[]> describe(
      @PathVariable OrganisationId organisationId,
      @RequestBody Sent<ControllerWish> sent,
      Exchange exchange) {
    exchange.access().permit(organisationId);
    directory.organisation(organisationId);
    return exchange
        .in(organisationId)
        .with(sent)
        .submit(
            new DescribeControllership(organisationId, sent.value().description()),
            events -> Answers.noContent());
  }
}
