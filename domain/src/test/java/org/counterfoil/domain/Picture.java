package org.counterfoil.domain;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.counterfoil.domain.seating.SeatingPlan;
import org.counterfoil.domain.seating.SeatingPlans;

/**
 * A text of everything an object holds, private fields included, so that two states can be compared
 * without trusting their own {@code equals}. The order of hashed collections does not show.
 */
public final class Picture {

  /** Reflection is slow to find fields and quick to read them. */
  private static final ClassValue<List<Field>> FIELDS =
      new ClassValue<>() {
        @Override
        protected List<Field> computeValue(Class<?> type) {
          return Arrays.stream(type.getDeclaredFields())
              .filter(field -> !Modifier.isStatic(field.getModifiers()))
              // What follows from the rest and may be missing.
              .filter(field -> !Modifier.isTransient(field.getModifiers()))
              .peek(field -> field.setAccessible(true))
              .toList();
        }
      };

  private final StringBuilder text = new StringBuilder();
  private final Deque<Object> path = new ArrayDeque<>();

  private Picture() {}

  public static String of(Object object) {
    Picture picture = new Picture();
    picture.draw(object);
    return picture.text.toString();
  }

  private void draw(Object object) {
    switch (object) {
      case null -> text.append("null");
      // Immutable, and found again by their hash: their name is enough.
      case SeatingPlan plan -> text.append("plan ").append(plan.name());
      case SeatingPlans plans -> text.append("plans");
      case Enum<?> constant -> text.append(constant.name());
      // A record of values says all it holds.
      case Record value -> text.append(value);
      case Map<?, ?> map -> drawAll(map.entrySet(), map instanceof java.util.SequencedMap<?, ?>);
      case Map.Entry<?, ?> entry -> {
        draw(entry.getKey());
        text.append('=');
        draw(entry.getValue());
      }
      case Set<?> set -> drawAll(set, set instanceof java.util.SequencedSet<?>);
      case Collection<?> collection -> drawAll(collection, true);
      case Object any when any.getClass().isArray() -> drawArray(any);
      case Object any when any.getClass().getName().startsWith("java.") -> text.append(any);
      case Object any -> drawFields(any);
    }
  }

  private void drawAll(Collection<?> items, boolean isOrdered) {
    var pictures = items.stream().map(Picture::of);
    List<String> drawn = isOrdered ? pictures.toList() : pictures.sorted().toList();
    text.append(drawn);
  }

  private void drawArray(Object array) {
    text.append('[');
    for (int index = 0; index < Array.getLength(array); index++) {
      draw(Array.get(array, index));
      text.append(' ');
    }
    text.append(']');
  }

  private void drawFields(Object object) {
    if (path.contains(object)) {
      throw new AssertionError("Expected a state without cycles, but found one at " + object);
    }
    path.push(object);
    text.append(object.getClass().getSimpleName()).append('{');
    for (Field field : FIELDS.get(object.getClass())) {
      text.append(field.getName()).append(':');
      draw(read(field, object));
      text.append(' ');
    }
    text.append('}');
    path.pop();
  }

  private static Object read(Field field, Object object) {
    try {
      return field.get(object);
    } catch (IllegalAccessException closed) {
      throw new AssertionError("Expected to read " + field + ", but may not", closed);
    }
  }
}
