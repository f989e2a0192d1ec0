package org.counterfoil.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.counterfoil.standalone.Shop.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** What a buyer tells with an order is what an officer reads of it, in one process. */
@ExtendWith(SharedProcess.class)
class PersonalRecordsTest {

  private static final String EMAIL = "marked.buyer@example.org";

  private final Shop shop;

  PersonalRecordsTest(RunningProcess process) {
    this.shop = new Shop(process.port());
  }

  @Test
  void anOfficerReadsWhyAndUntilWhenABuyersAddressIsKept_andWhoRead() throws Exception {
    String performance = shop.openPerformance(3);
    String organisation = shop.organisationOf(performance);
    String privacy = "/privacy/" + organisation;
    Reply order = TellingBuyers.of(shop, organisation).order(performance, 1, EMAIL);

    JsonNode captures = read(privacy + "/captures?purpose=ticket-delivery", order.position());
    JsonNode capture = captures.at("/items/0");
    assertThat(capture.at("/field").asString()).isEqualTo("EMAIL");
    assertThat(capture.at("/orderId").asString()).isEqualTo(order.body().get("orderId").asString());
    String subject = capture.at("/subjectId").asString();
    JsonNode timeline = read(privacy + "/subjects/" + subject + "/timeline", order.position());

    JsonNode field = timeline.at("/fields/0");
    assertThat(field.at("/lawfulBasis").asString()).isEqualTo("A6-1-b");
    assertThat(field.at("/notice/state").asString()).isEqualTo("VERIFIED");
    assertThat(field.at("/notice/text").asString()).isNotBlank();
    assertThat(field.at("/door").asString()).isEqualTo("ORDER");
    assertThat(field.at("/retention/endsOn").asString())
        .as("counted from the performance, which is in 2031")
        .startsWith("203");
    assertThat(timeline.get("happened").valueStream().map(h -> h.get("what").asString()).toList())
        .contains("CAPTURED", "AUDIT_READ");
    assertThat(timeline.toString() + captures).doesNotContain("marked");
    JsonNode readings = read(privacy + "/disclosures?subject=" + subject, order.position());
    assertThat(readings.at("/items/0/how").asString()).isEqualTo("TIMELINE");
    assertThat(shop.get("/accounting/" + organisation + "/ledgers").toString())
        .doesNotContain(subject);
  }

  private JsonNode read(String path, long position) throws IOException {
    Map<String, String> headers = new HashMap<>(Shop.bearer());
    headers.put("Disclosure-Reason", "ACCESS_REQUEST");
    headers.put("Counterfoil-Min-Position", Long.toString(position));
    Reply answer = shop.send("GET", path, headers, null);
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
    return answer.body();
  }
}
