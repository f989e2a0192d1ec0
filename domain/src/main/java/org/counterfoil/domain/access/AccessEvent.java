package org.counterfoil.domain.access;

import java.time.Instant;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.EventType;
import org.counterfoil.domain.PublicLabel;
import org.counterfoil.domain.organisation.OrganisationId;
import org.jspecify.annotations.Nullable;

/** What happened to the means of access. No secret is ever in an event: secrets are recomputed. */
public sealed interface AccessEvent extends Event {

  /**
   * An API token was issued.
   *
   * @param organisationId whose it is; missing for the platform administrator's
   * @param validUntil when it stops working by itself; missing where it does not
   */
  @EventType(name = "access.api-token-issued", revision = 1)
  record ApiTokenIssued(
      ApiTokenId tokenId,
      @Nullable OrganisationId organisationId,
      Role role,
      PublicLabel label,
      @Nullable Instant validUntil)
      implements AccessEvent {}

  @EventType(name = "access.api-token-revoked", revision = 1)
  record ApiTokenRevoked(ApiTokenId tokenId) implements AccessEvent {}

  /** A link by which an operator logs in once. */
  @EventType(name = "access.login-link-issued", revision = 1)
  record LoginLinkIssued(
      LoginLinkId linkId,
      OperatorId operatorId,
      @Nullable OrganisationId organisationId,
      Role role,
      Instant validUntil)
      implements AccessEvent {}

  /** The link was followed and will not work again. */
  @EventType(name = "access.login-link-used", revision = 1)
  record LoginLinkUsed(LoginLinkId linkId, Instant sessionValidUntil) implements AccessEvent {}

  /** The session that the link opened was ended before its time. */
  @EventType(name = "access.session-ended", revision = 1)
  record SessionEnded(LoginLinkId linkId) implements AccessEvent {}
}
