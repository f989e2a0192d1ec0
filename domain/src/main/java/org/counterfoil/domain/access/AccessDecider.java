package org.counterfoil.domain.access;

import java.time.Instant;
import org.counterfoil.domain.Decider;
import org.counterfoil.domain.Decision;
import org.counterfoil.domain.Horizon;
import org.counterfoil.domain.access.AccessCommand.EndSession;
import org.counterfoil.domain.access.AccessCommand.IssueApiToken;
import org.counterfoil.domain.access.AccessCommand.IssueLoginLink;
import org.counterfoil.domain.access.AccessCommand.RevokeApiToken;
import org.counterfoil.domain.access.AccessCommand.UseLoginLink;
import org.counterfoil.domain.access.AccessEvent.ApiTokenIssued;
import org.counterfoil.domain.access.AccessEvent.ApiTokenRevoked;
import org.counterfoil.domain.access.AccessEvent.LoginLinkIssued;
import org.counterfoil.domain.access.AccessEvent.LoginLinkUsed;
import org.counterfoil.domain.access.AccessEvent.SessionEnded;
import org.counterfoil.domain.organisation.OrganisationId;
import org.jspecify.annotations.Nullable;

/** Decides about tokens and login links. */
public final class AccessDecider implements Decider<AccessCommand, Access, AccessEvent> {

  @Override
  public Decision<AccessEvent> decide(AccessCommand command, Access state, Instant now) {
    return switch (command) {
      case IssueApiToken issue -> issueToken(issue, state, now);
      case RevokeApiToken revoke -> revoke(revoke, state);
      case IssueLoginLink issue -> issueLink(issue, state, now);
      case UseLoginLink use -> useLink(use, state, now);
      case EndSession end -> endSession(end, state);
    };
  }

  private static Decision<AccessEvent> issueToken(IssueApiToken issue, Access state, Instant now) {
    Decision<AccessEvent> refusal = refuseGrant(issue, state, issue.organisationId(), issue.role());
    if (refusal != null) {
      return refusal;
    }
    if (issue.role() == Role.AUDITOR && issue.validUntil() == null) {
      return Decision.reject(
          AccessRejection.END_DATE_REQUIRED,
          "Expected an auditor's token to have an end date (validUntil), but there is none");
    }
    refusal = issue.validUntil() == null ? null : refuseEnd(issue.validUntil(), now);
    return refusal != null
        ? refusal
        : Decision.accept(
            new ApiTokenIssued(
                issue.tokenId(),
                issue.organisationId(),
                issue.role(),
                issue.label(),
                issue.validUntil()));
  }

  /** Issuing again what was revoked or used would bring it back to life. */
  private static @Nullable Decision<AccessEvent> refuseGrant(
      AccessCommand issue, Access state, @Nullable OrganisationId organisation, Role role) {
    if (state.status != Access.Status.NONE) {
      return Decision.reject(
          AccessRejection.ACCESS_EXISTS,
          "Expected a new token or link, but " + issue.streamId() + " exists");
    }
    if ((role == Role.PLATFORM_ADMIN) != (organisation == null)) {
      return Decision.reject(
          AccessRejection.ROLE_NOT_GRANTABLE,
          organisation == null
              ? "Expected a role within an organisation, but " + role + " is asked for none"
              : "Expected a role within the organisation, but it is " + role);
    }
    return null;
  }

  private static @Nullable Decision<AccessEvent> refuseEnd(Instant validUntil, Instant now) {
    if (!validUntil.isAfter(now)) {
      return Decision.reject(
          AccessRejection.END_DATE_PASSED,
          "Expected validUntil in the future, but it is " + validUntil);
    }
    return Horizon.includes(validUntil, now)
        ? null
        : Decision.reject(
            AccessRejection.END_DATE_OUT_OF_RANGE,
            "Expected validUntil within a century, but it is " + validUntil);
  }

  private static Decision<AccessEvent> revoke(RevokeApiToken revoke, Access state) {
    return switch (state.status) {
      case TOKEN_ISSUED -> Decision.accept(new ApiTokenRevoked(revoke.tokenId()));
      case TOKEN_REVOKED -> Decision.accept();
      case NONE, LINK_ISSUED, LINK_USED, SESSION_ENDED ->
          Decision.reject(
              AccessRejection.UNKNOWN_API_TOKEN,
              "Expected an API token, but there is none with id " + revoke.tokenId());
    };
  }

  private static Decision<AccessEvent> issueLink(IssueLoginLink issue, Access state, Instant now) {
    Decision<AccessEvent> refusal = refuseGrant(issue, state, issue.organisationId(), issue.role());
    refusal = refusal == null ? refuseEnd(issue.validUntil(), now) : refusal;
    return refusal != null
        ? refusal
        : Decision.accept(
            new LoginLinkIssued(
                issue.linkId(),
                issue.operatorId(),
                issue.organisationId(),
                issue.role(),
                issue.validUntil()));
  }

  private static Decision<AccessEvent> useLink(UseLoginLink use, Access state, Instant now) {
    return switch (state.status) {
      case LINK_ISSUED ->
          state.validUntil != null && now.isBefore(state.validUntil)
              ? Decision.accept(new LoginLinkUsed(use.linkId(), use.sessionValidUntil()))
              : Decision.reject(
                  AccessRejection.LOGIN_LINK_EXPIRED,
                  "Expected the link to be used before " + state.validUntil + ", but it is later");
      case LINK_USED, SESSION_ENDED ->
          Decision.reject(
              AccessRejection.LOGIN_LINK_USED,
              "Expected a link that was not used yet, but this one was: each works once");
      case NONE, TOKEN_ISSUED, TOKEN_REVOKED ->
          Decision.reject(
              AccessRejection.UNKNOWN_LOGIN_LINK, "Expected a login link, but it is none");
    };
  }

  private static Decision<AccessEvent> endSession(EndSession end, Access state) {
    return switch (state.status) {
      case LINK_USED -> Decision.accept(new SessionEnded(end.linkId()));
      case SESSION_ENDED -> Decision.accept();
      case NONE, TOKEN_ISSUED, TOKEN_REVOKED, LINK_ISSUED ->
          Decision.reject(
              AccessRejection.UNKNOWN_LOGIN_LINK, "Expected an open session, but there is none");
    };
  }

  @Override
  public void evolve(Access state, AccessEvent event) {
    switch (event) {
      case ApiTokenIssued issued -> {
        state.status = Access.Status.TOKEN_ISSUED;
        state.organisation = issued.organisationId();
        state.validUntil = issued.validUntil();
      }
      case ApiTokenRevoked revoked -> state.status = Access.Status.TOKEN_REVOKED;
      case LoginLinkIssued issued -> {
        state.status = Access.Status.LINK_ISSUED;
        state.organisation = issued.organisationId();
        state.validUntil = issued.validUntil();
      }
      case LoginLinkUsed used -> state.status = Access.Status.LINK_USED;
      case SessionEnded ended -> state.status = Access.Status.SESSION_ENDED;
    }
  }
}
