package org.counterfoil.eventstore.codec;

import java.util.Comparator;
import java.util.Set;
import org.counterfoil.domain.Text;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * Writes a set of texts or enum constants in the order of their strings: equal sets have equal
 * bytes, whatever order a JVM keeps them in, and however constants are moved in the source.
 */
final class SortedSetSerializer extends StdSerializer<Set<?>> {

  SortedSetSerializer() {
    super(Set.class);
  }

  @Override
  public boolean isEmpty(SerializationContext context, Set<?> set) {
    return set.isEmpty();
  }

  @Override
  public void serialize(Set<?> set, JsonGenerator generator, SerializationContext context) {
    generator.writeStartArray(set, set.size());
    set.stream()
        .map(element -> string(generator, element))
        .sorted(Comparator.naturalOrder())
        .forEach(generator::writeString);
    generator.writeEndArray();
  }

  private static String string(JsonGenerator generator, Object element) {
    return switch (element) {
      case Text text -> text.value();
      case Enum<?> constant -> constant.name();
      default ->
          throw DatabindException.from(
              generator,
              "Expected a set of texts or enum constants, but it holds a "
                  + element.getClass().getName());
    };
  }
}
