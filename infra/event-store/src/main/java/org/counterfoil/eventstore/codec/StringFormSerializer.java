package org.counterfoil.eventstore.codec;

import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ser.std.StdScalarSerializer;

/** Writes a value as the string of its {@link StringForm}. */
final class StringFormSerializer<T> extends StdScalarSerializer<T> {

  private final StringForm<T> form;

  StringFormSerializer(StringForm<T> form) {
    super(form.type());
    this.form = form;
  }

  @Override
  public void serialize(T value, JsonGenerator generator, SerializationContext context) {
    generator.writeString(form.write().apply(value));
  }
}
