package org.counterfoil.eventstore.codec;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/** Reads a value from the string of its {@link StringForm}, and from nothing else. */
final class StringFormDeserializer<T> extends StdScalarDeserializer<T> {

  private final StringForm<T> form;

  StringFormDeserializer(StringForm<T> form) {
    super(form.type());
    this.form = form;
  }

  @Override
  public T deserialize(JsonParser parser, DeserializationContext context) {
    if (!parser.hasToken(JsonToken.VALUE_STRING)) {
      throw DatabindException.from(
          parser,
          "Expected " + form.expectation() + " as a string, but got " + parser.currentToken());
    }
    try {
      return form.parse(parser.getString());
    } catch (IllegalArgumentException e) {
      throw DatabindException.from(parser, e.getMessage(), e);
    }
  }
}
