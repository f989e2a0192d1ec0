package org.counterfoil.domain.access;

import java.time.Instant;
import java.util.UUID;
import org.counterfoil.domain.Command;
import org.counterfoil.domain.PublicLabel;
import org.counterfoil.domain.organisation.OrganisationId;
import org.jspecify.annotations.Nullable;

/** Commands about the means of access. Each token and each link is a stream of its own. */
public sealed interface AccessCommand extends Command {

  /** The stream's identifier: the token's or the link's id. */
  UUID streamId();

  @Override
  default UUID laneKey() {
    return streamId();
  }

  /** Issues an API token; an {@link Role#AUDITOR}'s must have an end date. */
  record IssueApiToken(
      ApiTokenId tokenId,
      @Nullable OrganisationId organisationId,
      Role role,
      PublicLabel label,
      @Nullable Instant validUntil)
      implements AccessCommand {
    @Override
    public UUID streamId() {
      return tokenId.value();
    }
  }

  /** Stops a token for good. Repeating it changes nothing. */
  record RevokeApiToken(ApiTokenId tokenId) implements AccessCommand {
    @Override
    public UUID streamId() {
      return tokenId.value();
    }
  }

  /** Issues a one-time login link. */
  record IssueLoginLink(
      LoginLinkId linkId,
      OperatorId operatorId,
      @Nullable OrganisationId organisationId,
      Role role,
      Instant validUntil)
      implements AccessCommand {
    @Override
    public UUID streamId() {
      return linkId.value();
    }
  }

  /** Follows a link: opens a session and burns the link. */
  record UseLoginLink(LoginLinkId linkId, Instant sessionValidUntil) implements AccessCommand {
    @Override
    public UUID streamId() {
      return linkId.value();
    }
  }

  /** Ends the session that a link opened. Repeating it changes nothing. */
  record EndSession(LoginLinkId linkId) implements AccessCommand {
    @Override
    public UUID streamId() {
      return linkId.value();
    }
  }
}
