package org.counterfoil.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.counterfoil.http.small.RunningService;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The document says what the service does. */
class OpenApiTest {

  private final JsonNode document =
      RunningService.json(RunningService.shared().get("/v3/api-docs"));

  @Test
  void it_is_openapi_3_1() {
    assertThat(document.get("openapi").asString()).startsWith("3.1");
    assertThat(document.at("/info/title").asString()).isEqualTo("Counterfoil");
  }

  @Test
  void every_operation_can_end_in_a_problem() {
    assertThat(document.get("paths").propertyStream().count()).isGreaterThan(15);
    document
        .get("paths")
        .forEach(
            path ->
                path.forEach(
                    operation ->
                        assertThat(operation.at("/responses/default/$ref").asString())
                            .isEqualTo("#/components/responses/Problem")));
    assertThat(document.at("/components/schemas/Problem/properties").propertyStream().toList())
        .extracting(java.util.Map.Entry::getKey)
        .contains("type", "title", "status", "detail", "code", "retryable", "violations");
  }

  @Test
  void who_may_is_what_the_table_says() {
    assertThat(security("/list", "get")).isEqualTo("[]");
    assertThat(security("/me", "get")).isEqualTo("[{\"bearer\":[]},{\"session\":[]}]");
    assertThat(security("/holds/{holdId}", "get")).contains("Hold-Secret").doesNotContain("bearer");
    assertThat(security("/orders/{orderId}", "get")).contains("Order-Secret", "bearer");
    assertThat(operation("/performances/{id}", "get").get("x-roles").toString())
        .isEqualTo("[\"BOX_OFFICE\",\"ORGANISER\"]");
  }

  @Test
  void headers_stand_where_they_are_read() {
    assertThat(operation("/things", "post").get("parameters").toString())
        .contains("#/components/parameters/Idempotency-Key")
        .contains("#/components/parameters/Correlation-Id");
    assertThat(operation("/position", "get").get("parameters").toString())
        .contains("#/components/parameters/Counterfoil-Min-Position")
        .doesNotContain("MinPosition");
    assertThat(operation("/list", "get").get("parameters").toString())
        .contains("\"name\":\"limit\"", "\"name\":\"cursor\"");
    assertThat(operation("/list", "get").at("/responses/200/headers").toString())
        .contains("Counterfoil-Position", "Correlation-Id");
  }

  @Test
  void the_domain_s_values_are_strings() {
    JsonNode thing = document.at("/components/schemas/Thing/properties");

    assertThat(thing.at("/name/type").asString()).isEqualTo("string");
    assertThat(thing.at("/organisationId/format").asString()).isEqualTo("uuid");
    assertThat(thing.at("/amountMinor/type").asString()).isEqualTo("integer");
  }

  private String security(String path, String method) {
    return operation(path, method).get("security").toString();
  }

  private JsonNode operation(String path, String method) {
    return document.get("paths").get(path).get(method);
  }
}
