package org.counterfoil.http.access;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.counterfoil.domain.Actor;
import org.counterfoil.domain.access.AccessEvent;
import org.counterfoil.domain.access.AccessEvent.ApiTokenIssued;
import org.counterfoil.domain.access.AccessEvent.ApiTokenRevoked;
import org.counterfoil.domain.access.AccessEvent.LoginLinkIssued;
import org.counterfoil.domain.access.AccessEvent.LoginLinkUsed;
import org.counterfoil.domain.access.AccessEvent.SessionEnded;
import org.counterfoil.domain.access.ApiTokenId;
import org.counterfoil.domain.access.LoginLinkId;
import org.jspecify.annotations.Nullable;

/**
 * Which tokens and sessions there are, in memory, from the log's access events. An unknown id makes
 * it catch up before it is refused, so that a token works at once wherever it was issued. A
 * revocation is effective at once for whoever calls {@link #catchUpTo} with its position, as the
 * process that revokes MUST before it answers; elsewhere as soon as the log's notification arrives.
 */
public final class AccessDirectory {

  private final AccessHistory history;
  private final Clock clock;
  private final ReentrantLock reading = new ReentrantLock();
  private final Map<ApiTokenId, Grant> tokens = new ConcurrentHashMap<>();
  private final Map<LoginLinkId, Grant> links = new ConcurrentHashMap<>();
  private final Map<LoginLinkId, Grant> sessions = new ConcurrentHashMap<>();
  private final Map<Actor, KnownActor> known = new ConcurrentHashMap<>();
  private volatile long position = -1;

  public AccessDirectory(AccessHistory history, Clock clock) {
    this.history = history;
    this.clock = clock;
  }

  /** What the token allows now; nothing where it is unknown, revoked or past its end. */
  public @Nullable Grant token(ApiTokenId tokenId) {
    return valid(find(tokens, tokenId));
  }

  /**
   * As {@link #token}, for a token whose text the operator chose. Any text might be one, so an
   * unknown one does not make it read the log: otherwise whoever sends nonsense makes us busy.
   */
  @Nullable Grant operatorToken(ApiTokenId tokenId) {
    return valid(tokens.get(tokenId));
  }

  /** What the session allows now; nothing where it was not opened, has ended or is past its end. */
  public @Nullable Grant session(LoginLinkId linkId) {
    return valid(find(sessions, linkId));
  }

  /** Whose link it is, unused or not; nothing where no such link was issued or it has ended. */
  public @Nullable Actor operatorOf(LoginLinkId linkId) {
    catchUp();
    Grant unused = links.get(linkId);
    Grant grant = unused == null ? sessions.get(linkId) : unused;
    return grant == null ? null : grant.actor();
  }

  /** Who acted, as far as is known; nothing of anybody but tokens and logins that were issued. */
  public @Nullable KnownActor known(Actor actor) {
    return known.get(actor);
  }

  /** Returns when everything up to the position is known. */
  public void catchUpTo(long wanted) {
    if (position < wanted) {
      catchUp();
    }
  }

  /** Reads what is new in the log. */
  public void catchUp() {
    reading.lock();
    try {
      List<AccessHistory.Entry> news = history.after(position);
      while (!news.isEmpty()) {
        for (AccessHistory.Entry entry : news) {
          apply(entry.event());
          position = entry.position();
        }
        news = history.after(position);
      }
    } finally {
      reading.unlock();
    }
  }

  private <K> @Nullable Grant find(Map<K, Grant> grants, K id) {
    Grant known = grants.get(id);
    if (known != null) {
      return known;
    }
    catchUp();
    return grants.get(id);
  }

  private @Nullable Grant valid(@Nullable Grant grant) {
    return grant != null && grant.isValidAt(clock.instant()) ? grant : null;
  }

  private void apply(AccessEvent event) {
    switch (event) {
      case ApiTokenIssued issued -> {
        Actor actor = new Actor(Actor.Kind.API_TOKEN, issued.tokenId().value());
        known.put(actor, new KnownActor(issued.role(), issued.label().value()));
        tokens.put(
            issued.tokenId(),
            new Grant(actor, issued.role(), issued.organisationId(), issued.validUntil()));
      }
      case ApiTokenRevoked revoked -> tokens.remove(revoked.tokenId());
      case LoginLinkIssued issued -> {
        Actor actor = new Actor(Actor.Kind.OPERATOR, issued.operatorId().value());
        known.put(actor, new KnownActor(issued.role(), null));
        links.put(
            issued.linkId(),
            new Grant(actor, issued.role(), issued.organisationId(), issued.validUntil()));
      }
      case LoginLinkUsed used -> open(used);
      case SessionEnded ended -> sessions.remove(ended.linkId());
    }
  }

  private void open(LoginLinkUsed used) {
    Grant link = links.remove(used.linkId());
    if (link == null) {
      throw new IllegalStateException(
          "Expected the link " + used.linkId() + " to have been issued, but it was not");
    }
    sessions.put(
        used.linkId(),
        new Grant(link.actor(), link.role(), link.organisationId(), used.sessionValidUntil()));
  }
}
