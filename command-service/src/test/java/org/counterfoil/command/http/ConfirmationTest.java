package org.counterfoil.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.counterfoil.command.http.Api.Answer;
import org.counterfoil.domain.privacy.disclosure.DisclosureEvent.PersonalDataDisclosed;
import org.counterfoil.domain.privacy.register.PersonalField;
import org.counterfoil.domain.privacy.subject.DataSubjectId;
import org.counterfoil.http.access.Secrets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An address that a stranger typed is no consent; who reads what is sent there gives it. */
@ExtendWith(SharedService.class)
class ConfirmationTest {

  private final Theatre theatre;
  private final Visitors visitors;
  private final long before;

  ConfirmationTest(RunningService service) {
    this.theatre = Theatre.in(service);
    this.visitors = Visitors.of(theatre);
    this.before = visitors.position();
  }

  private Answer list() {
    return visitors
        .officer()
        .with("Disclosure-Reason", "MAILING")
        .post(visitors.path("/mailing-lists"), "{\"purpose\":\"newsletter\"}")
        .expecting(200);
  }

  private List<String> listed() {
    List<String> emails = new ArrayList<>();
    list().json().at("/items").forEach(item -> emails.add(item.at("/email").asString()));
    return emails;
  }

  private Answer set(String form, String wish) {
    return visitors.officer().put(visitors.path("/forms/" + form), wish);
  }

  @Test
  void whoTypesAnAddressIsOnNoList_untilWhoHasItConfirms_onceAndForGood() {
    visitors.subscribe("reader@example.org", true).expecting(204);
    assertThat(visitors.recorded(before))
        .containsExactly("PersonalDataCaptured", "ConfirmationAwaited");
    assertThat(listed()).isEmpty();
    String token = visitors.confirmation("reader@example.org");
    assertThat(visitors.events(before))
        .filteredOn(PersonalDataDisclosed.class::isInstance)
        .last()
        .isInstanceOfSatisfying(
            PersonalDataDisclosed.class,
            reading -> {
              assertThat(reading.fields()).containsExactly(PersonalField.EMAIL);
              assertThat(reading.subjects()).hasSize(1);
            });

    Answer confirmed = visitors.confirm(token).expecting(200);

    assertThat(confirmed.json().at("/purposes/0").asString()).isEqualTo("newsletter");
    assertThat(listed()).containsExactly("reader@example.org");
    assertThat(visitors.confirm(token).expecting(200).body()).isEqualTo(confirmed.body());
    assertThat(visitors.waiting()).isEmpty();
    assertThat(visitors.recorded(before))
        .filteredOn(name -> name.startsWith("Consent"))
        .containsExactly("ConsentGiven");

    theatre
        .buyer()
        .post(
            "/privacy/withdrawals",
            "{\"token\":\"%s\"}".formatted(confirmed.text("/withdrawalToken")))
        .expecting(200);
    assertThat(visitors.confirm(token).outcome())
        .as("an old link brings nothing back")
        .isEqualTo("404 NOTHING_TO_CONFIRM");
    assertThat(listed()).isEmpty();
  }

  @Test
  void anAddressIsAskedOnce_howeverOftenItIsTyped_andTheAnswerIsTheSame() {
    Answer first = visitors.subscribe("asked@example.org", true).expecting(204);
    Answer second = visitors.subscribe("Asked@Example.org", true).expecting(204);

    assertThat(second.body()).isEqualTo(first.body());
    assertThat(second.headers()).isEqualTo(first.headers());
    assertThat(visitors.waiting()).hasSize(1);
    visitors.agree("other@example.org");
    Answer known = visitors.subscribe("other@example.org", true).expecting(204);
    assertThat(known.body()).isEqualTo(first.body());
    assertThat(known.headers()).isEqualTo(first.headers());
  }

  @Test
  void whoWaitsIsToldInPages_thatTogetherAreAll() {
    List<String> all = List.of("one@example.org", "two@example.org", "three@example.org");
    all.forEach(email -> visitors.subscribe(email, true).expecting(204));
    List<String> told = new ArrayList<>();
    String cursor = "";
    int pages = 0;
    do {
      Answer page =
          visitors
              .officer()
              .with("Disclosure-Reason", "MAILING")
              .get(visitors.path("/confirmations?limit=2" + cursor))
              .expecting(200);
      page.json().at("/items").forEach(item -> told.add(item.at("/email").asString()));
      cursor = "&cursor=" + page.json().at("/nextCursor").asString("");
      pages++;
    } while (!cursor.equals("&cursor="));

    assertThat(told).containsExactlyInAnyOrderElementsOf(all);
    assertThat(pages).isEqualTo(2);
  }

  @Test
  void noOtherTokenConfirmsAnything() {
    visitors.subscribe("reader@example.org", true).expecting(204);
    String right = visitors.confirmation("reader@example.org");
    String other = new Secrets(new byte[32]).withdrawal(new DataSubjectId(UUID.randomUUID()));
    for (String token : List.of("", "x", other, right.substring(0, right.length() - 2) + "AA")) {
      assertThat(visitors.confirm(token).outcome()).isEqualTo("404 NOTHING_TO_CONFIRM");
    }
    assertThat(listed()).isEmpty();
    assertThat(visitors.officer().get(visitors.path("/confirmations")).outcome())
        .as("without a reason")
        .isEqualTo("400 INVALID_REQUEST");
  }

  @Test
  void anOrganisationSaysWhatAFormAsks_andWhetherAYesIsConfirmed() {
    set("newsletter", "{\"confirmation\":false}").expecting(204);
    visitors.subscribe("plain@example.org", true).expecting(204);
    assertThat(listed()).containsExactly("plain@example.org");

    set("order", "{\"purposes\":[\"ticket-delivery\",\"newsletter\"],\"confirmation\":true}")
        .expecting(204);
    assertThat(
            theatre
                .buyer()
                .get(visitors.path("/forms/order"))
                .expecting(200)
                .json()
                .at("/purposes"))
        .hasSize(2);
    visitors
        .order(
            "ORCH-A-1",
            visitors.delivered(
                "buyer@example.org",
                ",\"consents\":[" + visitors.consent("newsletter", true) + "]"))
        .expecting(201);
    assertThat(listed()).containsExactly("plain@example.org");
    visitors.confirm(visitors.confirmation("buyer@example.org")).expecting(200);
    assertThat(listed()).containsExactlyInAnyOrder("plain@example.org", "buyer@example.org");

    assertThat(set("newsletter", "{\"purposes\":[\"ticket-delivery\"]}").outcome())
        .isEqualTo("409 NOT_BY_CONSENT");
    assertThat(set("order", "{\"purposes\":[\"nothing\"]}").outcome())
        .isEqualTo("404 UNKNOWN_PURPOSE");
    assertThat(set("nothing", "{}").status()).isEqualTo(404);
  }

  /** Subscribes with an address of its own, and then says that it is another's. */
  @Test
  void whoSaysThatItsAddressIsAnothersAgreesForNobodyThere() {
    Answer account =
        theatre
            .buyer()
            .post(
                "/accounts",
                """
                {"organisationId":"%s","buyer":{"email":"own@example.org"},
                 "captures":{"email":{"purpose":"account","notice":"%s"}},"consents":[%s]}
                """
                    .formatted(
                        theatre.organisation,
                        visitors.notice("account"),
                        visitors.consent("newsletter", true)))
            .expecting(201);
    visitors.confirm(visitors.confirmation("own@example.org")).expecting(200);
    Api holder = theatre.buyer().with("Account-Secret", account.text("/accountSecret"));
    String path = "/accounts/" + account.text("/accountId");
    holder.patch(path, "{\"values\":{\"email\":\"Own@Example.org\"}}").expecting(204);
    assertThat(listed()).as("the same, written otherwise").containsExactly("Own@Example.org");

    holder.patch(path, "{\"values\":{\"email\":\"victim@example.org\"}}").expecting(204);

    assertThat(listed()).isEmpty();
    String token = visitors.confirmation("victim@example.org");
    assertThat(token).as("who reads there is asked").isNotEmpty();
    visitors.confirm(token).expecting(200);
    assertThat(listed()).containsExactly("victim@example.org");
  }

  @Test
  void anOfficerWhoPutsAnAddressRightAgreesForNobodyThereEither() {
    visitors.agree("own@example.org");
    visitors
        .officer()
        .patch(
            visitors.path("/subjects/" + visitors.subject("own@example.org")),
            "{\"values\":{\"email\":\"other@example.org\"}}")
        .expecting(204);

    assertThat(listed()).isEmpty();
    visitors.confirm(visitors.confirmation("other@example.org")).expecting(200);
    assertThat(listed()).containsExactly("other@example.org");
  }

  @Test
  void tooManyFromOneAddressAreToldToComeLater_theOrganisationsOwnShopIsNot() {
    Answer last = visitors.subscribe("no@example.org", false);
    for (int i = 0; i < 60 && last.status() == 204; i++) {
      last = visitors.subscribe("no@example.org", false);
    }

    assertThat(last.outcome()).isEqualTo("429 TOO_MANY_REQUESTS");
    assertThat(Integer.parseInt(last.header("Retry-After"))).isPositive();
    assertThat(gift(theatre.buyer(), "a@example.org").outcome())
        .as("an order that holds nothing is as open a form")
        .isEqualTo("429 TOO_MANY_REQUESTS");
    assertThat(gift(theatre.staff(), "a@example.org").status()).isNotEqualTo(429);
    Answer shop =
        Api.of(theatre.service)
            .as(theatre.channel("Shop"))
            .post(
                visitors.path("/subscriptions"),
                "{\"email\":\"a@example.org\",\"purpose\":\"newsletter\",\"given\":true,\"notice\":\"%s\"}"
                    .formatted(visitors.notice("newsletter")));
    assertThat(shop.status()).isEqualTo(204);
  }

  private Answer gift(Api caller, String email) {
    return caller.post(
        "/orders",
        "{\"organisationId\":\"%s\",\"lines\":[{\"product\":\"VOUCHER\",\"amountMinor\":1500}]%s}"
            .formatted(
                theatre.organisation,
                ",\"buyer\":{\"email\":\"%s\"},\"captures\":{\"email\":{\"purpose\":\"changes\",\"notice\":\"%s\"}}"
                    .formatted(email, visitors.notice("changes"))));
  }
}
