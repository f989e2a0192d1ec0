package org.counterfoil.command.access;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.counterfoil.domain.PublicLabel;
import org.counterfoil.domain.access.AccessEvent.ApiTokenIssued;
import org.counterfoil.domain.access.AccessEvent.ApiTokenRevoked;
import org.counterfoil.domain.access.ApiTokenId;
import org.counterfoil.domain.access.Role;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.eventstore.log.EventLog;
import org.counterfoil.eventstore.log.RecordedEvent;
import org.counterfoil.http.position.Page;
import org.counterfoil.http.position.PageRequest;
import org.jspecify.annotations.Nullable;

/** Reads from the log which tokens were issued. */
final class IssuedTokens {

  private static final int BATCH = 1_000;

  /** A token, without its secret. */
  record TokenState(
      ApiTokenId tokenId,
      Role role,
      PublicLabel label,
      @Nullable Instant validUntil,
      boolean isRevoked) {}

  private final EventLog log;

  IssuedTokens(EventLog log) {
    this.log = log;
  }

  /** A page of the organisation's tokens, in the order they were issued. */
  Page<TokenState> of(OrganisationId organisation, PageRequest page) {
    Map<ApiTokenId, TokenState> tokens = new LinkedHashMap<>();
    long position = -1;
    List<RecordedEvent> read = log.readAccessEvents(position, BATCH);
    while (!read.isEmpty()) {
      for (RecordedEvent recorded : read) {
        if (recorded.envelope().payload() instanceof ApiTokenIssued issued
            && organisation.equals(issued.organisationId())) {
          tokens.put(issued.tokenId(), state(issued, false));
        } else if (recorded.envelope().payload() instanceof ApiTokenRevoked revoked) {
          tokens.computeIfPresent(revoked.tokenId(), (id, token) -> revoked(token));
        }
        position = recorded.position();
      }
      read = log.readAccessEvents(position, BATCH);
    }
    return page.page(rows(tokens, page), token -> token.tokenId().toString());
  }

  private static List<TokenState> rows(Map<ApiTokenId, TokenState> tokens, PageRequest page) {
    List<TokenState> rows = new ArrayList<>();
    boolean isAfter = page.after() == null;
    for (TokenState token : tokens.values()) {
      if (isAfter && rows.size() < page.fetch()) {
        rows.add(token);
      }
      isAfter |= token.tokenId().toString().equals(page.after());
    }
    return rows;
  }

  private static TokenState state(ApiTokenIssued issued, boolean isRevoked) {
    return new TokenState(
        issued.tokenId(), issued.role(), issued.label(), issued.validUntil(), isRevoked);
  }

  private static TokenState revoked(TokenState token) {
    return new TokenState(token.tokenId(), token.role(), token.label(), token.validUntil(), true);
  }
}
