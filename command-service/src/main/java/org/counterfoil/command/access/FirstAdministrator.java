package org.counterfoil.command.access;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.counterfoil.command.lane.Answer;
import org.counterfoil.command.lane.Lanes;
import org.counterfoil.command.lane.Outcome;
import org.counterfoil.command.lane.Submission;
import org.counterfoil.domain.Actor;
import org.counterfoil.domain.PublicLabel;
import org.counterfoil.domain.access.AccessCommand;
import org.counterfoil.domain.access.AccessCommand.IssueApiToken;
import org.counterfoil.domain.access.AccessCommand.IssueLoginLink;
import org.counterfoil.domain.access.AccessRejection;
import org.counterfoil.domain.access.ApiTokenId;
import org.counterfoil.domain.access.LoginLinkId;
import org.counterfoil.domain.access.OperatorId;
import org.counterfoil.domain.access.Role;
import org.counterfoil.eventstore.id.TimeOrderedIds;
import org.counterfoil.eventstore.log.EventLog;
import org.counterfoil.http.access.AccessDirectory;
import org.counterfoil.http.access.Secrets;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * The first way in. There is no default password: the platform administrator's first token is the
 * one in {@code COUNTERFOIL_ADMIN_TOKEN}, or one that is made and shown once; people come in by a
 * link that works once, a new one at each start.
 */
@Component
public final class FirstAdministrator {

  private static final String VARIABLE = "COUNTERFOIL_ADMIN_TOKEN";
  private static final Duration LINK_LIFE = Duration.ofHours(12);
  private static final OperatorId OPERATOR =
      new OperatorId(UUID.fromString("00000000-0000-7000-8000-000000000001"));

  private final Lanes lanes;
  private final EventLog log;
  private final Secrets secrets;
  private final AccessDirectory directory;
  private final TimeOrderedIds ids;
  private final Clock clock;
  private final @Nullable String given;

  FirstAdministrator(
      Lanes lanes,
      EventLog log,
      Secrets secrets,
      AccessDirectory directory,
      TimeOrderedIds ids,
      Clock clock,
      Environment environment) {
    this.lanes = lanes;
    this.log = log;
    this.secrets = secrets;
    this.directory = directory;
    this.ids = ids;
    this.clock = clock;
    this.given = environment.getProperty(VARIABLE);
  }

  /**
   * Makes sure that there is a token.
   *
   * @return the text of one that was made now, to be shown once; null where there was one, or where
   *     the operator gave it
   */
  public @Nullable String ensureToken() {
    if (given != null && !given.isBlank()) {
      ApiTokenId tokenId = secrets.operatorTokenId(given);
      if (log.first(tokenId.value()).isEmpty()) {
        submit(token(tokenId));
      }
      return null;
    }
    if (!log.readAccessEvents(-1, 1).isEmpty()) {
      return null;
    }
    ApiTokenId tokenId = new ApiTokenId(ids.next());
    submit(token(tokenId));
    return secrets.apiToken(tokenId);
  }

  /** Issues a link that logs the platform administrator in once; answers the link's token. */
  public String newLoginLink() {
    LoginLinkId linkId = new LoginLinkId(ids.next());
    submit(
        new IssueLoginLink(
            linkId, OPERATOR, null, Role.PLATFORM_ADMIN, clock.instant().plus(LINK_LIFE)));
    return secrets.loginLink(linkId);
  }

  private static IssueApiToken token(ApiTokenId tokenId) {
    return new IssueApiToken(
        tokenId, null, Role.PLATFORM_ADMIN, new PublicLabel("First administrator"), null);
  }

  /** Two processes that start at once are given the same token. */
  private static boolean isThereAlready(Outcome.Refused refused) {
    return refused.code() == AccessRejection.ACCESS_EXISTS;
  }

  private void submit(AccessCommand command) {
    Outcome outcome =
        lanes.submit(
            new Submission(command, Actor.SYSTEM, ids.next(), events -> new Answer(201, ""), null));
    if (outcome instanceof Outcome.Refused refused && !isThereAlready(refused)) {
      throw new IllegalStateException("Expected the first access to be granted: " + refused);
    }
    directory
        .catchUp(); // a token that the operator chose is not looked up in the log when it comes
  }
}
