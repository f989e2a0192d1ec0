package org.counterfoil.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.counterfoil.standalone.Shop.Reply;
import tools.jackson.databind.JsonNode;

/** People who want an organisation's newsletter, and its data protection officer. */
final class Subscribers {

  private final Shop shop;
  private final String privacy;

  private Subscribers(Shop shop, String privacy) {
    this.shop = shop;
    this.privacy = privacy;
  }

  static Subscribers of(Shop shop, String organisation) {
    return new Subscribers(shop, "/privacy/" + organisation);
  }

  /** The same people, of the organisation as another process has it. */
  Subscribers at(Shop other) {
    return new Subscribers(other, privacy);
  }

  /** Declares what is built in. */
  Subscribers adopting() {
    shop.post(privacy + "/defaults", Map.of());
    return this;
  }

  Reply subscribe(String email) throws IOException {
    String notice = "";
    for (JsonNode item :
        shop.send("GET", privacy + "/notices?language=fr", Map.of(), null).body().get("items")) {
      if (item.get("key").asString().equals("newsletter")) {
        notice = item.at("/notices/0/noticeVersionId").asString();
      }
    }
    return shop.send(
        "POST",
        privacy + "/subscriptions",
        Map.of(),
        Map.of("email", email, "purpose", "newsletter", "given", true, "notice", notice));
  }

  /** Who has this address. */
  Reply search(String email) throws IOException {
    return shop.send("POST", privacy + "/subjects/search", reading(), Map.of("email", email));
  }

  /** The one who has this address. */
  String subject(String email) throws IOException {
    List<JsonNode> found = search(email).body().get("items").valueStream().toList();
    assertThat(found).hasSize(1);
    return found.getFirst().get("subjectId").asString();
  }

  Reply export(String subject) throws IOException {
    return shop.send("GET", privacy + "/subjects/" + subject + "/export", reading(), null);
  }

  Reply erase(String subject) throws IOException {
    return shop.send(
        "POST",
        privacy + "/subjects/" + subject + "/erasure",
        Shop.bearer(),
        Map.of("reasonCode", "REQUEST"));
  }

  static Map<String, String> reading() {
    Map<String, String> headers = new HashMap<>(Shop.bearer());
    headers.put("Disclosure-Reason", "ACCESS_REQUEST");
    return headers;
  }
}
