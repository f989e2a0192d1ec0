package org.counterfoil.command.access;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.counterfoil.command.exchange.Answers;
import org.counterfoil.command.exchange.Directory;
import org.counterfoil.command.exchange.Exchange;
import org.counterfoil.command.exchange.SecretMarks;
import org.counterfoil.command.exchange.Sent;
import org.counterfoil.domain.access.AccessCommand.IssueLoginLink;
import org.counterfoil.domain.access.AccessRejection;
import org.counterfoil.domain.access.LoginLinkId;
import org.counterfoil.domain.access.OperatorId;
import org.counterfoil.domain.access.Role;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.eventstore.id.TimeOrderedIds;
import org.counterfoil.http.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Lets people of an organisation in: by links that work once. */
@RestController
@Tag(name = "Access")
final class LoginLinkEndpoint {

  private static final Duration USUAL_LIFE = Duration.ofDays(2);

  private final TimeOrderedIds ids;
  private final Directory directory;
  private final Clock clock;

  LoginLinkEndpoint(TimeOrderedIds ids, Directory directory, Clock clock) {
    this.ids = ids;
    this.directory = directory;
    this.clock = clock;
  }

  /**
   * A link to be issued.
   *
   * @param operatorId whose it is: the same for every link of one person; new where missing
   * @param validUntil until when the link works; two days where missing
   */
  record LoginLinkWish(Role role, @Nullable OperatorId operatorId, @Nullable Instant validUntil) {}

  /** A link, shown once: the path to be opened in a browser. */
  record IssuedLoginLink(LoginLinkId loginLinkId, OperatorId operatorId, String loginLink) {}

  @PostMapping("/api/v1/organisations/{organisationId}/login-links")
  @Operation(summary = "Issue a login link for a member of the staff; it works once")
  @ApiResponse(
      responseCode = "201",
      description = "Issued",
      content = @Content(schema = @Schema(implementation = IssuedLoginLink.class)))
  ResponseEntity<byte[]> issue(
      @PathVariable OrganisationId organisationId,
      @RequestBody Sent<LoginLinkWish> sent,
      Exchange exchange) {
    exchange.access().permit(organisationId);
    directory.organisation(organisationId);
    LoginLinkWish wish = sent.value();
    if (wish.role() == Role.PLATFORM_ADMIN) {
      throw Problem.refused(
              AccessRejection.ROLE_NOT_GRANTABLE,
              "Expected a role within the organisation, but it is " + wish.role())
          .exception();
    }
    LoginLinkId id = new LoginLinkId(ids.next());
    OperatorId operator =
        wish.operatorId() == null ? new OperatorId(ids.next()) : wish.operatorId();
    Instant validUntil = wish.validUntil();
    return exchange
        .in(organisationId)
        .with(sent)
        .submit(
            new IssueLoginLink(
                id,
                operator,
                organisationId,
                wish.role(),
                validUntil == null ? clock.instant().plus(USUAL_LIFE) : validUntil),
            events ->
                Answers.created(new IssuedLoginLink(id, operator, SecretMarks.loginLink(id))));
  }
}
