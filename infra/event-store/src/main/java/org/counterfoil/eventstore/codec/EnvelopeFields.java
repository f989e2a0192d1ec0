package org.counterfoil.eventstore.codec;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;
import org.counterfoil.domain.Actor;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.organisation.OrganisationId;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.StreamReadException;

/**
 * An entry's fields before its payload, in the one order in which they are written and read. Read
 * by hand, because name and revision decide how the payload is to be read.
 */
record EnvelopeFields(
    UUID eventId,
    UUID streamId,
    String streamType,
    long sequence,
    String name,
    int revision,
    Instant recordedAt,
    @Nullable OrganisationId organisation,
    Actor actor,
    UUID cause) {

  static final String PAYLOAD = "payload";

  static void write(JsonGenerator generator, Envelope envelope) {
    OrganisationId organisation = envelope.organisation();
    generator.writeStringProperty("eventId", envelope.eventId().toString());
    generator.writeStringProperty("stream", envelope.streamType() + "/" + envelope.streamId());
    generator.writeNumberProperty("sequence", envelope.sequence());
    generator.writeStringProperty("name", envelope.name());
    generator.writeNumberProperty("revision", envelope.revision());
    generator.writeStringProperty("recordedAt", envelope.recordedAt().toString());
    if (organisation == null) {
      generator.writeNullProperty("organisation");
    } else {
      generator.writeStringProperty("organisation", organisation.value().toString());
    }
    generator.writeStringProperty("actor", envelope.actor().toString());
    generator.writeStringProperty("cause", envelope.cause().toString());
  }

  /**
   * Reads up to the first token of the payload.
   *
   * @throws StreamReadException where it is no entry, also where one value is none of its kind: a
   *     changed byte can make anything of it
   */
  static EnvelopeFields read(JsonParser parser) {
    try {
      return fields(parser);
    } catch (IllegalArgumentException
        | IndexOutOfBoundsException
        | ArithmeticException
        | DateTimeException wrong) {
      throw new StreamReadException(
          parser, "Expected the fields of an entry, but one of them is none", wrong);
    }
  }

  private static EnvelopeFields fields(JsonParser parser) {
    expect(parser, parser.nextToken() == JsonToken.START_OBJECT, "an object");
    UUID eventId = UUID.fromString(string(parser, "eventId"));
    String stream = string(parser, "stream");
    int slash = stream.indexOf('/');
    expect(parser, slash > 0, "a stream as <type>/<id>");
    UUID streamId = UUID.fromString(stream.substring(slash + 1));
    String streamType = stream.substring(0, slash);
    long sequence = number(parser, "sequence");
    String name = string(parser, "name");
    int revision = Math.toIntExact(number(parser, "revision"));
    Instant recordedAt = Instant.parse(string(parser, "recordedAt"));
    OrganisationId organisation = organisation(parser);
    Actor actor = Actor.parse(string(parser, "actor"));
    UUID cause = UUID.fromString(string(parser, "cause"));
    property(parser, PAYLOAD);
    parser.nextToken();
    return new EnvelopeFields(
        eventId,
        streamId,
        streamType,
        sequence,
        name,
        revision,
        recordedAt,
        organisation,
        actor,
        cause);
  }

  static void expectEnd(JsonParser parser) {
    expect(parser, parser.nextToken() == JsonToken.END_OBJECT, "nothing behind the payload");
    expect(parser, parser.nextToken() == null, "nothing behind the entry");
  }

  Envelope with(Event payload) {
    return new Envelope(
        eventId,
        streamId,
        streamType,
        sequence,
        name,
        revision,
        recordedAt,
        organisation,
        actor,
        cause,
        payload);
  }

  private static @Nullable OrganisationId organisation(JsonParser parser) {
    property(parser, "organisation");
    if (parser.nextToken() == JsonToken.VALUE_NULL) {
      return null;
    }
    expect(parser, parser.hasToken(JsonToken.VALUE_STRING), "organisation to be a UUID");
    return OrganisationId.of(parser.getString());
  }

  private static String string(JsonParser parser, String property) {
    property(parser, property);
    expect(parser, parser.nextToken() == JsonToken.VALUE_STRING, property + " to be a string");
    return parser.getString();
  }

  private static long number(JsonParser parser, String property) {
    property(parser, property);
    expect(parser, parser.nextToken() == JsonToken.VALUE_NUMBER_INT, property + " to be a number");
    return parser.getLongValue();
  }

  private static void property(JsonParser parser, String name) {
    expect(parser, name.equals(parser.nextName()), "the property " + name + " here");
  }

  private static void expect(JsonParser parser, boolean isSo, String expectation) {
    if (!isSo) {
      throw new StreamReadException(
          parser, "Expected " + expectation + ", but got " + parser.currentToken());
    }
  }
}
