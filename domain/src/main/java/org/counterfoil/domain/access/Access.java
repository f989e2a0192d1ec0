package org.counterfoil.domain.access;

import java.time.Instant;
import org.counterfoil.domain.access.AccessEvent.ApiTokenIssued;
import org.counterfoil.domain.access.AccessEvent.LoginLinkIssued;
import org.counterfoil.domain.organisation.OrganisationId;
import org.jspecify.annotations.Nullable;

/** The state of one means of access: a token or a login link. */
public final class Access {

  /** How far it has come. */
  enum Status {
    NONE,
    TOKEN_ISSUED,
    TOKEN_REVOKED,
    LINK_ISSUED,
    LINK_USED,
    SESSION_ENDED
  }

  Status status = Status.NONE;
  @Nullable Instant validUntil;
  @Nullable OrganisationId organisation;

  /** In which organisation it works once the event has happened; none for the platform's. */
  public @Nullable OrganisationId organisationAfter(AccessEvent event) {
    return switch (event) {
      case ApiTokenIssued issued -> issued.organisationId();
      case LoginLinkIssued issued -> issued.organisationId();
      case AccessEvent.ApiTokenRevoked revoked -> organisation;
      case AccessEvent.LoginLinkUsed used -> organisation;
      case AccessEvent.SessionEnded ended -> organisation;
    };
  }
}
