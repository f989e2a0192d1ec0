package org.counterfoil.command.seating;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.InputCoercionException;

/**
 * Reads JSON part by part, knows where in the file it is, and notes what is not of the expected
 * type instead of stopping there. Each reading method starts on the value's token and leaves the
 * parser on the value's last one.
 */
final class JsonShape {

  private final JsonParser parser;
  private final PlanFaults faults;
  private final StringBuilder path = new StringBuilder();

  JsonShape(JsonParser parser, PlanFaults faults) {
    this.parser = parser;
    this.faults = faults;
  }

  /** Where the reader is, such as {@code sections[0].rows[2]}. */
  String path() {
    return path.toString();
  }

  void fault(String message) {
    faults.add(path(), message);
  }

  /** Reads an object; {@code field} is called on each field's value and MUST read it. */
  void object(Consumer<String> field) {
    if (!parser.hasToken(JsonToken.START_OBJECT)) {
      refuse("an object");
      return;
    }
    int length = path.length();
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      if (length > 0) {
        path.append('.');
      }
      path.append(name);
      parser.nextToken();
      field.accept(name);
      path.setLength(length);
    }
  }

  /** Reads an array; {@code element} is called on each element and MUST read it. */
  void array(Runnable element) {
    if (!parser.hasToken(JsonToken.START_ARRAY)) {
      refuse("an array");
      return;
    }
    int length = path.length();
    int index = 0;
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      path.append('[').append(index).append(']');
      element.run();
      path.setLength(length);
      index++;
    }
  }

  @Nullable String text() {
    if (parser.hasToken(JsonToken.VALUE_STRING)) {
      return parser.getString();
    }
    refuse("a text");
    return null;
  }

  /** A whole number that fits 64 bits, or null. */
  @Nullable Long wholeNumber() {
    try {
      if (parser.hasToken(JsonToken.VALUE_NUMBER_INT)) {
        return parser.getLongValue();
      }
    } catch (InputCoercionException outOfRange) {
      fault("Expected a sane number, but it has more than 18 digits");
      return null;
    }
    refuse("a whole number");
    return null;
  }

  /** A rank; whether it is sane is the plan's check to say, so it is only made to fit. */
  @Nullable Integer rank() {
    Long rank = wholeNumber();
    return rank == null ? null : Math.clamp(rank, Integer.MIN_VALUE, Integer.MAX_VALUE);
  }

  /** A length in hundredths of the plan's unit, or null. */
  @Nullable Integer hundredths() {
    boolean isNumber =
        parser.hasToken(JsonToken.VALUE_NUMBER_INT)
            || parser.hasToken(JsonToken.VALUE_NUMBER_FLOAT);
    if (!isNumber) {
      refuse("a number");
      return null;
    }
    double units = parser.getDoubleValue();
    if (!(Math.abs(units) <= PlanLimits.FARTHEST)) {
      fault("Expected a length within " + PlanLimits.FARTHEST + ", but it is beyond");
      return null;
    }
    return (int) Math.round(units * 100);
  }

  boolean flag() {
    if (parser.hasToken(JsonToken.VALUE_TRUE)) {
      return true;
    }
    if (!parser.hasToken(JsonToken.VALUE_FALSE)) {
      refuse("true or false");
    }
    return false;
  }

  void skip() {
    parser.skipChildren();
  }

  /** Skips the value and notes that something else belongs here; a null counts as missing. */
  private void refuse(String expected) {
    if (!parser.hasToken(JsonToken.VALUE_NULL)) {
      fault("Expected " + expected + ", but it is " + found());
    }
    parser.skipChildren();
  }

  private String found() {
    JsonToken token = parser.currentToken();
    if (token == null) {
      return "missing";
    }
    return switch (token) {
      case START_OBJECT -> "an object";
      case START_ARRAY -> "an array";
      case VALUE_STRING -> "a text";
      case VALUE_NUMBER_INT -> "a number";
      case VALUE_NUMBER_FLOAT -> "a number with a fraction or exponent";
      case VALUE_TRUE, VALUE_FALSE -> "true or false";
      case VALUE_NULL, NOT_AVAILABLE, END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT ->
          "missing";
    };
  }
}
