package org.counterfoil.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.counterfoil.command.http.Api.Answer;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/**
 * Whoever opens an account may have typed somebody else's address: what the officer joins with it
 * is not for who has its secret, until a link that was sent to the address comes back.
 */
@ExtendWith(SharedService.class)
class AccountReachTest {

  private static final String EMAIL = "victim@example.org";

  private final Theatre theatre;
  private final Visitors visitors;

  AccountReachTest(RunningService service) {
    this.theatre = Theatre.in(service);
    this.visitors = Visitors.of(theatre);
  }

  private Answer open(String email, String consents) {
    return theatre
        .buyer()
        .post(
            "/accounts",
            """
            {"organisationId":"%s","buyer":{"email":"%s"},
             "captures":{"email":{"purpose":"account","notice":"%s"}},"consents":[%s]}
            """
                .formatted(theatre.organisation, email, visitors.notice("account"), consents))
        .expecting(201);
  }

  private Api holder(Answer account) {
    return theatre.buyer().with("Account-Secret", account.text("/accountSecret"));
  }

  private static String path(Answer account) {
    return "/accounts/" + account.text("/accountId");
  }

  private JsonNode own(Answer account) {
    return holder(account).get(path(account)).expecting(200).json();
  }

  private static List<String> texts(JsonNode list, String pointer) {
    List<String> texts = new ArrayList<>();
    list.forEach(one -> texts.add(one.at(pointer).asString()));
    return texts;
  }

  /** Somebody who bought. */
  private String buyer(String seat) {
    visitors.order(seat, visitors.delivered(EMAIL, "")).expecting(201);
    return visitors.subject(EMAIL);
  }

  private Answer join(String into, String other) {
    return visitors
        .officer()
        .post(
            visitors.path("/subjects/merge"),
            "{\"into\":\"%s\",\"subjectIds\":[\"%s\"]}".formatted(into, other))
        .expecting(200);
  }

  /** Whoever of the two stays, the stranger sees, changes and erases its own data alone. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aStrangerWithTheSameAddressReachesNothingOfWhomItIsJoinedWith(boolean accountStays) {
    String victim = buyer("ORCH-A-1");
    Answer stranger = open(EMAIL, "");
    String account = stranger.text("/accountId");
    JsonNode found = visitors.search(EMAIL).expecting(200).json().at("/items");
    assertThat(found).hasSize(2);
    for (JsonNode one : found) {
      boolean isAccount = one.at("/subjectId").asString().equals(account);
      assertThat(one.at("/unconfirmedAccountIds").size()).isEqualTo(isAccount ? 1 : 0);
    }

    Answer joined = accountStays ? join(account, victim) : join(victim, account);

    assertThat(joined.text("/unconfirmedAccountIds/0")).isEqualTo(account);
    JsonNode own = own(stranger);
    assertThat(texts(own.at("/subjectIds"), "")).containsExactly(account);
    assertThat(texts(own.at("/values"), "/purpose")).containsExactly("account");
    assertThat(own.at("/orders")).isEmpty();

    holder(stranger)
        .patch(path(stranger), "{\"values\":{\"email\":\"stranger@example.org\"}}")
        .expecting(204);
    holder(stranger).post(path(stranger) + "/objections", "{\"purpose\":\"newsletter\"}");
    Answer certificate = holder(stranger).post(path(stranger) + "/erasure", "{}").expecting(200);

    assertThat(texts(certificate.json().at("/keys"), "/purpose")).containsExactly("account");
    JsonNode kept = visitors.export(victim).expecting(200).json();
    assertThat(texts(kept.at("/values"), "/value")).as("the victim's").containsExactly(EMAIL);
    assertThat(kept.at("/orders")).hasSize(1);
    assertThat(kept.at("/subjectIds")).as("the officer sees both as one").hasSize(2);
  }

  /** The twin: whoever confirms the address has what others told with that address as well. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whoConfirmsTheAddressReachesWhoHasIt_andNobodyWithAnother(boolean accountStays) {
    String earlier = buyer("ORCH-A-1");
    visitors.order("ORCH-A-2", visitors.delivered("other@example.org", "")).expecting(201);
    String other = visitors.subject("other@example.org");
    Answer account = open(EMAIL, visitors.consent("newsletter", true));
    String id = account.text("/accountId");
    if (accountStays) {
      join(id, earlier);
      join(id, other);
    } else {
      join(earlier, id);
      join(earlier, other);
    }
    assertThat(own(account).at("/subjectIds")).as("not yet").hasSize(1);

    visitors.confirm(visitors.confirmation(EMAIL)).expecting(200);

    assertThat(texts(own(account).at("/subjectIds"), "")).containsExactly(id, earlier);
    assertThat(own(account).at("/orders")).hasSize(1);
    assertThat(visitors.search(EMAIL).json().at("/items/0/unconfirmedAccountIds")).isEmpty();
    holder(account)
        .patch(path(account), "{\"values\":{\"email\":\"new@example.org\"}}")
        .expecting(204);
    assertThat(texts(visitors.export(id).json().at("/values"), "/value"))
        .containsOnly("new@example.org", "other@example.org");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ",\"purposes\":[\"account\"]"})
  void anAddressThatIsChangedAfterItWasConfirmedIsNotConfirmed(String which) {
    String victim = buyer("ORCH-A-1");
    Answer stranger = open("stranger@example.org", visitors.consent("newsletter", true));
    visitors.confirm(visitors.confirmation("stranger@example.org")).expecting(200);
    holder(stranger)
        .patch(path(stranger), "{\"values\":{\"email\":\"%s\"}%s}".formatted(EMAIL, which))
        .expecting(204);

    Answer joined = join(victim, stranger.text("/accountId"));

    assertThat(joined.json().at("/unconfirmedAccountIds")).hasSize(1);
    assertThat(own(stranger).at("/subjectIds")).hasSize(1);
  }

  /** What is told with the secret stays the account's own, whomever it was joined with before. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void anOrderThatShowsTheSecretAfterwardsIsTheAccounts(boolean accountStays) {
    String victim = buyer("ORCH-A-1");
    Answer account = open(EMAIL, "");
    String id = account.text("/accountId");
    Answer joined = accountStays ? join(id, victim) : join(victim, id);

    Answer order =
        visitors.order(holder(account), "ORCH-A-2", visitors.delivered(EMAIL, "")).expecting(201);

    assertThat(texts(own(account).at("/orders"), "/orderId"))
        .containsExactly(order.text("/orderId"));
    JsonNode whole = visitors.export(victim).expecting(200).json();
    assertThat(whole.at("/subjectId").asString()).isEqualTo(joined.text("/subjectId"));
    assertThat(whole.at("/subjectIds")).hasSize(3);
    assertThat(whole.at("/orders")).hasSize(2);
  }
}
