package org.counterfoil.http.openapi;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.List;
import java.util.Map;
import org.counterfoil.http.observation.CorrelationId;
import org.counterfoil.http.position.Positions;

/** The parts of the document that operations refer to. */
final class SharedParts {

  static final String PROBLEM = "#/components/responses/Problem";
  static final String CORRELATION_ID = CorrelationId.HEADER;
  static final String IDEMPOTENCY_KEY = "Idempotency-Key";
  static final String MIN_POSITION = Positions.MIN_POSITION;

  private SharedParts() {}

  static void all(Components components) {
    components.addSchemas("Problem", problem());
    components.addSchemas("Violation", violation());
    components.addResponses(
        "Problem",
        new ApiResponse()
            .description("Refused or failed (RFC 9457); the code says why.")
            .headers(
                Map.of(
                    CorrelationId.HEADER,
                    header(uuid(), "The same id stands in the log."),
                    "Retry-After",
                    header(integer(), "Seconds, where it is retryable.")))
            .content(
                new Content()
                    .addMediaType(
                        "application/problem+json",
                        new MediaType().schema(reference("Problem")).example(example()))));
    components.addParameters(
        CORRELATION_ID,
        parameter(CORRELATION_ID, uuid(), "Yours, if you have one; else we make one."));
    components.addParameters(
        IDEMPOTENCY_KEY,
        parameter(
            IDEMPOTENCY_KEY,
            string(),
            "The same key and body give the same answer for 24 hours, once it was a success."
                + " Without credentials it must be a UUID."));
    components.addParameters(
        MIN_POSITION,
        parameter(
            MIN_POSITION, integer(), "Waits up to 5 s until the answer reflects this position."));
  }

  /** What every answer carries. */
  static Map<String, Header> headers() {
    return Map.of(
        CorrelationId.HEADER,
        header(uuid(), "The same id stands in the log."),
        Positions.POSITION,
        header(integer(), "The position that was written or is reflected."));
  }

  private static Schema<?> problem() {
    return object("type", "title", "status", "detail", "code", "retryable")
        .addProperty("type", string().format("uri"))
        .addProperty("title", string())
        .addProperty("status", integer())
        .addProperty("detail", string())
        .addProperty("instance", string().format("uri"))
        .addProperty("code", string())
        .addProperty("retryable", typed("boolean"))
        .addProperty("violations", typed("array").items(reference("Violation")));
  }

  private static Schema<?> violation() {
    return object("field", "message")
        .addProperty("field", string())
        .addProperty("message", string());
  }

  private static Map<String, Object> example() {
    return Map.of(
        "type",
        "https://counterfoil.org/problems/seat-already-held",
        "title",
        "Seat already held",
        "status",
        409,
        "detail",
        "Expected free seats, but ORCH-A-12 is held",
        "code",
        "SEAT_ALREADY_HELD",
        "retryable",
        true);
  }

  private static Parameter parameter(String name, Schema<?> schema, String description) {
    return new HeaderParameter().name(name).schema(schema).description(description);
  }

  private static Header header(Schema<?> schema, String description) {
    return new Header().schema(schema).description(description);
  }

  private static Schema<?> object(String... required) {
    return typed("object").required(List.of(required));
  }

  private static Schema<?> uuid() {
    return string().format("uuid");
  }

  private static Schema<?> string() {
    return typed("string");
  }

  private static Schema<?> integer() {
    return typed("integer").format("int64");
  }

  /** OpenAPI 3.1 reads "types", 3.0 "type"; the document is written from either. */
  private static Schema<?> typed(String type) {
    Schema<?> schema = new Schema<>();
    schema.setType(type);
    schema.addType(type);
    return schema;
  }

  private static Schema<?> reference(String name) {
    return new Schema<>().$ref("#/components/schemas/" + name);
  }
}
