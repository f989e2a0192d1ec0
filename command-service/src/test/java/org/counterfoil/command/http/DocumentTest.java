package org.counterfoil.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.counterfoil.http.access.AccessTable;
import org.counterfoil.http.access.Route;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** The OpenAPI document tells of every route of the contract, from the running code. */
@ExtendWith(SharedService.class)
class DocumentTest {

  private final RunningService service;
  private final JsonNode document;

  DocumentTest(RunningService service) {
    this.service = service;
    this.document = Api.of(service).get("//v3/api-docs").expecting(200).json();
  }

  @Test
  void everyRouteIsDescribed() {
    assertThat(document.at("/openapi").asString()).startsWith("3.1");
    List<String> missing = new ArrayList<>();
    for (Route route : AccessTable.joined(List.copyOf(service.beans(AccessTable.class))).routes()) {
      if (route.pattern().startsWith("/api/v1")) {
        JsonNode operation = operation(route);
        boolean hasAnswer =
            operation.at("/responses").propertyNames().stream().anyMatch(s -> s.startsWith("2"));
        if (operation.at("/summary").asString("").isBlank() || !hasAnswer) {
          missing.add(route.toString());
        }
      }
    }
    assertThat(missing).isEmpty();
  }

  @Test
  void bodiesAreDescribedByWhatTheyHold_notByWhatCarriesThem() {
    assertThat(document.toString()).doesNotContain("\"Sent");
    for (JsonNode schema : document.at("/components/schemas")) {
      assertThat(schema.path("properties").has("value") && schema.path("properties").has("sha256"))
          .isFalse();
    }
    JsonNode wish = document.at("/components/schemas/HoldWish/properties");
    assertThat(wish.propertyNames()).contains("seats", "area", "quantity", "channel");
    assertThat(document.at("/components/schemas/PlacedHold/properties").propertyNames())
        .contains("holdId", "holdSecret", "seats", "areas", "expiresAt", "currency", "offers");
    assertThat(
            document
                .at(
                    "/paths/~1api~1v1~1orders/post/requestBody/content/application~1json/schema/$ref")
                .asString())
        .endsWith("/OrderWish");
  }

  @Test
  void thereAreExamples() {
    String all = document.toString();
    assertThat(all).contains("ORCH-A-12", "Plein tarif", "Grande salle");
    assertThat(
            document.at("/components/schemas").propertyNames().stream()
                .collect(Collectors.joining(" ")))
        .doesNotContain("CheckoutCall");
  }

  private JsonNode operation(Route route) {
    JsonNode path = document.at("/paths").path(route.pattern());
    return path.path(route.method().name().toLowerCase(java.util.Locale.ROOT));
  }
}
