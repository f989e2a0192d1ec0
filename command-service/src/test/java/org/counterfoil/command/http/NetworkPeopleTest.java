package org.counterfoil.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.counterfoil.command.http.Api.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Two organisations of one network sell in the same hall, to the same person. Neither learns of the
 * other's buyers, and nothing that is kept says that it is one person.
 */
@ExtendWith(SharedService.class)
class NetworkPeopleTest {

  private static final String EMAIL = "both@example.org";

  private final RunningService service;
  private final Theatre host;
  private final Theatre guest;
  private final Visitors hosts;
  private final Visitors guests;

  NetworkPeopleTest(RunningService service) {
    this.service = service;
    host = Theatre.in(service);
    guest = Theatre.in(service);
    hosts = Visitors.of(host);
    guests = Visitors.of(guest);
  }

  @BeforeEach
  void bothSellInOneHallToTheSamePerson() {
    String network =
        host.admin().post("/networks", "{\"name\":\"Réseau\"}").expecting(201).text("/networkId");
    for (Theatre member : List.of(host, guest)) {
      host.admin()
          .put("/networks/" + network + "/organisations/" + member.organisation, "{}")
          .expecting(204);
    }
    String hall =
        host.admin()
            .post(
                "/venues",
                """
                {"organisationId":"%s","name":"Halle","address":"Ici","timeZone":"Europe/Paris",
                 "sharedWithNetwork":true}
                """
                    .formatted(host.organisation))
            .expecting(201)
            .text("/venueId");
    String plan =
        host.admin()
            .post("/venues/" + hall + "/seating-plans", Theatre.PLAN)
            .expecting(201)
            .text("/seatingPlanId");
    sell(host, hosts, hall, plan, 40);
    sell(guest, guests, hall, plan, 41);
  }

  private void sell(Theatre seller, Visitors visitors, String hall, String plan, int days) {
    String performance =
        seller
            .schedule(
                "{\"productionId\":\"%s\",\"venueId\":\"%s\",\"seatingPlanId\":\"%s\",\"startsAt\":\"%s\",\"priceList\":%s}"
                    .formatted(
                        seller.production,
                        hall,
                        plan,
                        service.clock().instant().plus(Duration.ofDays(days)),
                        Theatre.PRICES))
            .expecting(201)
            .text("/performanceId");
    seller.admin().post("/performances/" + performance + "/onsale", "{}").expecting(202);
    Answer hold =
        seller
            .buyer()
            .post("/performances/" + performance + "/holds", Theatre.seats("ORCH-A-1"))
            .expecting(201);
    visitors
        .placed(
            seller.buyer(),
            hold,
            "ORCH-A-1",
            visitors.delivered(
                EMAIL, ",\"consents\":[" + visitors.consent("newsletter", true) + "]"))
        .expecting(201);
  }

  @Test
  void eachFindsItsOwnBuyer_andNeitherTheOthers() {
    String ofHost = hosts.subject(EMAIL);
    String ofGuest = guests.subject(EMAIL);

    assertThat(ofHost).isNotEqualTo(ofGuest);
    assertThat(hosts.export(ofHost).expecting(200).body()).contains(EMAIL).doesNotContain(ofGuest);
    assertThat(hosts.export(ofGuest).outcome()).isEqualTo("404 UNKNOWN_SUBJECT");
    assertThat(guests.export(ofHost).outcome()).isEqualTo("404 UNKNOWN_SUBJECT");
    assertThat(
            hosts
                .officer()
                .post(
                    hosts.path("/subjects/merge"),
                    "{\"into\":\"%s\",\"subjectIds\":[\"%s\"]}".formatted(ofHost, ofGuest))
                .outcome())
        .as("nobody joins what is of two organisations")
        .isEqualTo("404 UNKNOWN_SUBJECT");
    for (Theatre reader : List.of(host, guest)) {
      Visitors others = reader == host ? guests : hosts;
      assertThat(
              Api.of(service)
                  .as(reader.token("DPO"))
                  .with("Disclosure-Reason", "ACCESS_REQUEST")
                  .post(others.path("/subjects/search"), "{\"email\":\"%s\"}".formatted(EMAIL))
                  .status())
          .isEqualTo(403);
    }
  }

  @Test
  void whatOneErasesStaysWithTheOther() {
    String ofHost = hosts.subject(EMAIL);
    hosts
        .officer()
        .post(hosts.path("/subjects/" + ofHost + "/erasure"), "{\"reasonCode\":\"REQUEST\"}")
        .expecting(200);

    assertThat(hosts.search(EMAIL).expecting(200).json().at("/items")).isEmpty();
    assertThat(guests.export(guests.subject(EMAIL)).expecting(200).body()).contains(EMAIL);
  }

  /** Keys, ciphertexts and marks of the same address: no two rows share a value. */
  @Test
  void nothingThatIsKeptSaysThatItIsOnePerson() {
    Set<String> ofHost = kept(host.organisation);
    Set<String> ofGuest = kept(guest.organisation);

    assertThat(ofHost).as("two keys, two values, one mark of them").hasSize(10);
    Set<String> shared = new TreeSet<>(ofHost);
    shared.retainAll(ofGuest);
    assertThat(shared).isEmpty();
  }

  /** Every id and every encrypted or hashed value that the vault has of an organisation. */
  private Set<String> kept(String organisation) {
    List<byte[]> bytes = new ArrayList<>();
    Set<String> kept = new TreeSet<>();
    for (String query :
        List.of(
            "select key_id, subject_id, wrapped from vault.data_key k",
            "select capture_id, v.key_id, ciphertext from vault.value v"
                + " join vault.data_key k on k.key_id = v.key_id",
            "select capture_id, k.key_id, mark from vault.mark k")) {
      hosts
          .vault()
          .sql(query + " where k.organisation_id = cast(? as uuid)")
          .param(organisation)
          .query(
              row -> {
                kept.add(row.getString(1));
                kept.add(row.getString(2));
                bytes.add(row.getBytes(3));
              });
    }
    bytes.forEach(one -> kept.add(HexFormat.of().formatHex(one)));
    return kept;
  }
}
