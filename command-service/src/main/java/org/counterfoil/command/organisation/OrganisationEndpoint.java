package org.counterfoil.command.organisation;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import org.counterfoil.command.exchange.Answers;
import org.counterfoil.command.exchange.CurrentAnswer;
import org.counterfoil.command.exchange.Directory;
import org.counterfoil.command.exchange.EventSize;
import org.counterfoil.command.exchange.Exchange;
import org.counterfoil.command.exchange.Sent;
import org.counterfoil.domain.PublicContact;
import org.counterfoil.domain.PublicLabel;
import org.counterfoil.domain.organisation.AcceptedMethod;
import org.counterfoil.domain.organisation.CountryCode;
import org.counterfoil.domain.organisation.Iban;
import org.counterfoil.domain.organisation.InvoicingTerms;
import org.counterfoil.domain.organisation.OrganisationCommand.CreateOrganisation;
import org.counterfoil.domain.organisation.OrganisationCommand.SetInvoicing;
import org.counterfoil.domain.organisation.OrganisationCommand.SetPaymentMethods;
import org.counterfoil.domain.organisation.OrganisationCommand.SetPrincipals;
import org.counterfoil.domain.organisation.OrganisationCommand.SetVoucherTerms;
import org.counterfoil.domain.organisation.OrganisationEvent.OrganisationCreated;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.organisation.RegistrationNumber;
import org.counterfoil.domain.organisation.VoucherTerms;
import org.counterfoil.eventstore.id.TimeOrderedIds;
import org.counterfoil.http.access.Access;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Organisations and how they are paid. */
@RestController
@Tag(name = "Setting up")
final class OrganisationEndpoint {

  private static final MonthDay NEW_YEAR = MonthDay.of(1, 1);

  private final TimeOrderedIds ids;
  private final Directory directory;
  private final CurrentAnswer current;

  OrganisationEndpoint(TimeOrderedIds ids, Directory directory, CurrentAnswer current) {
    this.ids = ids;
    this.directory = directory;
    this.current = current;
  }

  /**
   * An organisation to be created.
   *
   * @param dpoContact a mailbox of a function or a page, never a person's
   * @param fiscalYearStart the first of January where missing
   * @param dayEndsAt midnight where missing
   */
  record OrganisationWish(
      @Schema(example = "Scènes du Lac") PublicLabel name,
      @Schema(example = "Scènes du Lac SCIC") PublicLabel legalName,
      @Schema(example = "FR") CountryCode country,
      @Schema(example = "EUR") Currency currency,
      @Schema(example = "Europe/Paris") ZoneId timeZone,
      @Schema(example = "732829320") @Nullable RegistrationNumber siren,
      @Schema(example = "FR40732829320") @Nullable RegistrationNumber vatNumber,
      @Nullable RegistrationNumber licenceNumber,
      @Schema(example = "dpo@scenes-du-lac.example") @Nullable PublicContact dpoContact,
      @Schema(example = "01-01") @Nullable MonthDay fiscalYearStart,
      @Schema(example = "00:00") @Nullable LocalTime dayEndsAt) {}

  /** What is answered. */
  record CreatedOrganisation(OrganisationId organisationId) {}

  /** Methods of payment and the account of each. */
  record PaymentMethods(List<AcceptedMethod> methods) {}

  /** See {@link InvoicingTerms}. */
  record InvoicingWish(
      @Schema(example = "[\"4 quai du Lac\", \"74200 Thonon-les-Bains\"]")
          List<PublicLabel> address,
      @Schema(example = "SCIC SA à capital variable, RCS Thonon-les-Bains")
          @Nullable PublicLabel legalMention,
      @Schema(example = "FR7630006000011234567890189") @Nullable Iban iban,
      @Schema(example = "30") int paymentDays,
      @Schema(example = "trois fois le taux d'intérêt légal") PublicLabel latePenalty,
      @Schema(example = "4000") long recoveryFeeMinor) {}

  /** The organisations for which it is ready to sell. */
  record Principals(List<OrganisationId> principals) {}

  @PostMapping("/api/v1/organisations")
  @Operation(summary = "Create an organisation")
  @ApiResponse(
      responseCode = "201",
      description = "Created",
      content = @Content(schema = @Schema(implementation = CreatedOrganisation.class)))
  ResponseEntity<byte[]> create(@RequestBody Sent<OrganisationWish> sent, Exchange exchange) {
    OrganisationWish wish = sent.value();
    OrganisationId id = new OrganisationId(ids.next());
    return exchange
        .with(sent)
        .at("/api/v1/organisations/")
        .submit(
            new CreateOrganisation(
                id,
                wish.name(),
                wish.legalName(),
                wish.country(),
                wish.currency(),
                wish.timeZone(),
                wish.siren(),
                wish.vatNumber(),
                wish.licenceNumber(),
                wish.dpoContact(),
                wish.fiscalYearStart() == null ? NEW_YEAR : wish.fiscalYearStart(),
                wish.dayEndsAt() == null ? LocalTime.MIDNIGHT : wish.dayEndsAt()),
            events -> Answers.created(new CreatedOrganisation(id)));
  }

  @GetMapping("/api/v1/organisations/{organisationId}")
  @Operation(summary = "An organisation as it was created")
  ResponseEntity<OrganisationCreated> get(
      @PathVariable OrganisationId organisationId, Access access) {
    access.permit(organisationId);
    return current.of(() -> directory.organisation(organisationId));
  }

  @PutMapping("/api/v1/organisations/{organisationId}/payment-methods")
  @Operation(
      summary = "Set the methods of payment that are accepted, and the account of each",
      description = "Where none was ever set: CARD, CASH, CHEQUE and TRANSFER.")
  @ApiResponse(
      responseCode = "200",
      description = "Set",
      content = @Content(schema = @Schema(implementation = PaymentMethods.class)))
  ResponseEntity<byte[]> setPaymentMethods(
      @PathVariable OrganisationId organisationId,
      @RequestBody Sent<PaymentMethods> sent,
      Exchange exchange) {
    exchange.access().permit(organisationId);
    EventSize.check("methods", sent.value().methods());
    return exchange
        .in(organisationId)
        .with(sent)
        .submit(
            new SetPaymentMethods(organisationId, sent.value().methods()),
            events -> Answers.ok(sent.value()));
  }

  @PutMapping("/api/v1/organisations/{organisationId}/invoicing")
  @Operation(
      summary = "Set what invoices say: the seat, until when and how to pay",
      description =
          "Asked for before the first invoice. Later invoices have what is set then; issued ones"
              + " keep theirs.")
  @ApiResponse(
      responseCode = "200",
      description = "Set",
      content = @Content(schema = @Schema(implementation = InvoicingWish.class)))
  ResponseEntity<byte[]> setInvoicing(
      @PathVariable OrganisationId organisationId,
      @RequestBody Sent<InvoicingWish> sent,
      Exchange exchange) {
    exchange.access().permit(organisationId);
    InvoicingWish wish = sent.value();
    return exchange
        .in(organisationId)
        .with(sent)
        .submit(
            new SetInvoicing(
                organisationId,
                new InvoicingTerms(
                    wish.address(),
                    wish.legalMention(),
                    wish.iban(),
                    wish.paymentDays(),
                    wish.latePenalty(),
                    wish.recoveryFeeMinor())),
            events -> Answers.ok(wish));
  }

  @PutMapping("/api/v1/organisations/{organisationId}/principals")
  @Operation(
      summary = "Say for which organisations this one is ready to sell on their account",
      description =
          "They may then name it as their agent. What it takes for them is in its books as theirs.")
  @ApiResponse(
      responseCode = "200",
      description = "Set",
      content = @Content(schema = @Schema(implementation = Principals.class)))
  ResponseEntity<byte[]> setPrincipals(
      @PathVariable OrganisationId organisationId,
      @RequestBody Sent<Principals> sent,
      Exchange exchange) {
    exchange.access().permit(organisationId);
    EventSize.check("principals", sent.value().principals());
    sent.value().principals().forEach(directory::organisation);
    return exchange
        .in(organisationId)
        .with(sent)
        .submit(
            new SetPrincipals(organisationId, sent.value().principals()),
            events -> Answers.ok(sent.value()));
  }

  @PutMapping("/api/v1/organisations/{organisationId}/voucher-terms")
  @Operation(
      summary = "Say for how many days vouchers can be spent that are issued from now on",
      description =
          "A year (365) where it was never said. Where a taxRate is said, everything that they can"
              + " be spent for is taxed at it: they are single-purpose, and taxed when they are sold."
              + " Vouchers that were issued stay as they were.")
  @ApiResponse(
      responseCode = "200",
      description = "Set",
      content = @Content(schema = @Schema(implementation = VoucherTerms.class)))
  ResponseEntity<byte[]> setVoucherTerms(
      @PathVariable OrganisationId organisationId,
      @RequestBody Sent<VoucherTerms> sent,
      Exchange exchange) {
    exchange.access().permit(organisationId);
    return exchange
        .in(organisationId)
        .with(sent)
        .submit(
            new SetVoucherTerms(organisationId, sent.value()), events -> Answers.ok(sent.value()));
  }
}
