package org.counterfoil.command.access;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import org.counterfoil.command.exchange.Answers;
import org.counterfoil.command.exchange.CurrentAnswer;
import org.counterfoil.command.exchange.Directory;
import org.counterfoil.command.exchange.Exchange;
import org.counterfoil.command.exchange.SecretMarks;
import org.counterfoil.command.exchange.Sent;
import org.counterfoil.domain.PublicLabel;
import org.counterfoil.domain.access.AccessCommand.IssueApiToken;
import org.counterfoil.domain.access.AccessCommand.RevokeApiToken;
import org.counterfoil.domain.access.AccessRejection;
import org.counterfoil.domain.access.ApiTokenId;
import org.counterfoil.domain.access.Role;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.eventstore.id.TimeOrderedIds;
import org.counterfoil.http.access.Access;
import org.counterfoil.http.access.AccessDirectory;
import org.counterfoil.http.position.Page;
import org.counterfoil.http.position.PageRequest;
import org.counterfoil.http.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** API tokens of an organisation: issued, listed without their secrets, revoked. */
@RestController
@Tag(name = "Access")
final class ApiTokenEndpoint {

  private final TimeOrderedIds ids;
  private final Directory directory;
  private final AccessDirectory access;
  private final IssuedTokens tokens;
  private final CurrentAnswer current;

  ApiTokenEndpoint(
      TimeOrderedIds ids,
      Directory directory,
      AccessDirectory access,
      IssuedTokens tokens,
      CurrentAnswer current) {
    this.ids = ids;
    this.directory = directory;
    this.access = access;
    this.tokens = tokens;
    this.current = current;
  }

  /**
   * A token to be issued.
   *
   * @param label what it is for; that of a CHANNEL names its sales channel
   * @param validUntil when it ends; an AUDITOR's must
   */
  record TokenWish(
      Role role, @Schema(example = "Web shop") PublicLabel label, @Nullable Instant validUntil) {}

  /** A token, shown once. */
  record IssuedToken(ApiTokenId tokenId, String token) {}

  @PostMapping("/api/v1/organisations/{organisationId}/api-tokens")
  @Operation(summary = "Issue an API token; it is shown once")
  @ApiResponse(
      responseCode = "201",
      description = "Issued",
      content = @Content(schema = @Schema(implementation = IssuedToken.class)))
  ResponseEntity<byte[]> issue(
      @PathVariable OrganisationId organisationId,
      @RequestBody Sent<TokenWish> sent,
      Exchange exchange) {
    exchange.access().permit(organisationId);
    directory.organisation(organisationId);
    TokenWish wish = sent.value();
    ApiTokenId id = new ApiTokenId(ids.next());
    return exchange
        .in(organisationId)
        .with(sent)
        .submit(
            new IssueApiToken(id, organisationId, wish.role(), wish.label(), wish.validUntil()),
            events -> Answers.created(new IssuedToken(id, SecretMarks.apiToken(id))));
  }

  @GetMapping("/api/v1/organisations/{organisationId}/api-tokens")
  @Operation(summary = "The API tokens of an organisation, without their secrets")
  ResponseEntity<Page<IssuedTokens.TokenState>> list(
      @PathVariable OrganisationId organisationId, PageRequest page, Access caller) {
    caller.permit(organisationId);
    directory.organisation(organisationId);
    return current.of(() -> tokens.of(organisationId, page));
  }

  @DeleteMapping("/api/v1/organisations/{organisationId}/api-tokens/{tokenId}")
  @Operation(summary = "Revoke an API token", description = "Repeating it changes nothing.")
  @ApiResponse(responseCode = "204", description = "It works no more")
  ResponseEntity<byte[]> revoke(
      @PathVariable OrganisationId organisationId,
      @PathVariable ApiTokenId tokenId,
      Exchange exchange) {
    exchange.access().permit(organisationId);
    if (!organisationId.equals(directory.apiToken(tokenId).organisationId())) {
      throw Problem.refused(
              AccessRejection.UNKNOWN_API_TOKEN,
              "Expected an API token of the organisation, but it is another's")
          .exception();
    }
    ResponseEntity<byte[]> answer =
        exchange.submit(new RevokeApiToken(tokenId), events -> Answers.noContent());
    access.catchUp();
    return answer;
  }
}
