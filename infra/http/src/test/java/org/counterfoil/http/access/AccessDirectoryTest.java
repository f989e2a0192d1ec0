package org.counterfoil.http.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.counterfoil.domain.Actor;
import org.counterfoil.domain.PublicLabel;
import org.counterfoil.domain.access.AccessEvent;
import org.counterfoil.domain.access.AccessEvent.ApiTokenIssued;
import org.counterfoil.domain.access.AccessEvent.ApiTokenRevoked;
import org.counterfoil.domain.access.AccessEvent.LoginLinkIssued;
import org.counterfoil.domain.access.AccessEvent.LoginLinkUsed;
import org.counterfoil.domain.access.AccessEvent.SessionEnded;
import org.counterfoil.domain.access.ApiTokenId;
import org.counterfoil.domain.access.LoginLinkId;
import org.counterfoil.domain.access.OperatorId;
import org.counterfoil.domain.access.Role;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.http.small.TestClock;
import org.junit.jupiter.api.Test;

/** What the directory knows, and how often it asks. */
class AccessDirectoryTest {

  private static final OrganisationId OPERA = new OrganisationId(UUID.randomUUID());

  private final List<AccessHistory.Entry> log = new ArrayList<>();
  private final TestClock clock = new TestClock();
  private int readings;
  private final AccessDirectory directory = new AccessDirectory(this::after, clock);

  private List<AccessHistory.Entry> after(long position) {
    readings++;
    return log.stream().filter(entry -> entry.position() > position).limit(2).toList();
  }

  private void happened(AccessEvent... events) {
    for (AccessEvent event : events) {
      log.add(new AccessHistory.Entry(log.size() * 10L, event));
    }
  }

  @Test
  void an_unknown_token_makes_it_look_and_a_known_one_does_not() {
    ApiTokenId id = issued();

    assertThat(directory.token(id)).isNotNull();
    int before = readings;
    assertThat(directory.token(id)).isNotNull();

    assertThat(readings).isEqualTo(before);
  }

  @Test
  void nonsense_in_the_place_of_an_operator_s_token_makes_it_do_nothing() {
    assertThat(directory.operatorToken(new ApiTokenId(UUID.randomUUID()))).isNull();

    assertThat(readings).isZero();
  }

  @Test
  void it_reads_batch_by_batch_to_the_end() {
    List<ApiTokenId> all = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      all.add(issued());
    }

    directory.catchUp();

    assertThat(all).allMatch(id -> directory.operatorToken(id) != null);
  }

  @Test
  void a_revoked_token_stays_revoked() {
    ApiTokenId id = issued();
    happened(new ApiTokenRevoked(id));

    assertThat(directory.token(id)).isNull();
    assertThat(directory.token(id)).isNull();
  }

  @Test
  void a_link_is_no_session_until_it_is_followed_and_none_after_its_end() {
    LoginLinkId id = new LoginLinkId(UUID.randomUUID());
    Instant end = clock.instant().plusSeconds(60);
    OperatorId operator = new OperatorId(UUID.randomUUID());
    happened(new LoginLinkIssued(id, operator, OPERA, Role.ADMIN, clock.instant()));
    assertThat(directory.session(id)).isNull();

    happened(new LoginLinkUsed(id, end));
    assertThat(directory.session(id).role()).isEqualTo(Role.ADMIN);
    assertThat(directory.session(id).validUntil()).isEqualTo(end);

    happened(new SessionEnded(id));
    directory.catchUpTo(log.getLast().position());
    assertThat(directory.session(id)).isNull();
  }

  @Test
  void who_acted_is_known_also_when_it_may_no_longer_act() {
    ApiTokenId token = issued();
    LoginLinkId link = new LoginLinkId(UUID.randomUUID());
    OperatorId operator = new OperatorId(UUID.randomUUID());
    happened(
        new ApiTokenRevoked(token),
        new LoginLinkIssued(link, operator, OPERA, Role.DPO, clock.instant()));
    directory.catchUp();

    assertThat(directory.known(new Actor(Actor.Kind.API_TOKEN, token.value())))
        .isEqualTo(new KnownActor(Role.ORGANISER, "test"));
    assertThat(directory.known(new Actor(Actor.Kind.OPERATOR, operator.value())))
        .isEqualTo(new KnownActor(Role.DPO, null));
    assertThat(directory.known(Actor.SYSTEM)).isNull();
  }

  private ApiTokenId issued() {
    ApiTokenId id = new ApiTokenId(UUID.randomUUID());
    happened(new ApiTokenIssued(id, OPERA, Role.ORGANISER, new PublicLabel("test"), null));
    return id;
  }
}
