package org.counterfoil.http.problem;

import java.util.List;
import org.counterfoil.domain.InvalidText;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.IgnoredPropertyException;
import tools.jackson.databind.exc.InvalidNullException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/**
 * What is wrong with a JSON body: where, and what was expected. Jackson's own messages quote the
 * input and name classes; none of that is passed on.
 */
final class JsonFault {

  /** A field's name is the caller's own; it is repeated up to this length. */
  private static final int MAX_NAME = 64;

  private JsonFault() {}

  static Problem of(JacksonException fault) {
    return switch (fault) {
      case StreamConstraintsException limit ->
          Problem.of(
              ProblemCode.MALFORMED_REQUEST,
              "Expected JSON of sane depth, names and numbers, but a limit was passed");
      case InputCoercionException range -> Problem.invalid(path(range), Expectation.of(long.class));
      case StreamReadException syntax -> malformed(syntax);
      case UnrecognizedPropertyException unknown ->
          Problem.invalid(path(unknown), "Expected no such field, but it is there");
      case IgnoredPropertyException unknown ->
          Problem.invalid(path(unknown), "Expected no such field, but it is there");
      case DatabindException mismatch -> mismatch(mismatch);
      default -> Problem.of(ProblemCode.MALFORMED_REQUEST, "Expected readable JSON, but it is not");
    };
  }

  private static Problem malformed(StreamReadException syntax) {
    String message = String.valueOf(syntax.getOriginalMessage());
    if (message.startsWith("Duplicate")) {
      return Problem.invalid(path(syntax), "Expected every field once, but one is repeated");
    }
    TokenStreamLocation at = syntax.getLocation();
    String where = at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
    return Problem.of(
        ProblemCode.MALFORMED_REQUEST, "Expected well-formed JSON, but it is not" + where);
  }

  private static Problem mismatch(DatabindException mismatch) {
    String original = String.valueOf(mismatch.getOriginalMessage());
    if (original.startsWith("No content")) {
      return Problem.of(ProblemCode.MALFORMED_REQUEST, "Expected a body, but there is none");
    }
    if (original.startsWith("Trailing token")) {
      return Problem.of(
          ProblemCode.MALFORMED_REQUEST, "Expected one JSON value, but there is more");
    }
    return Problem.invalid(path(mismatch), message(mismatch));
  }

  private static String message(DatabindException mismatch) {
    for (Throwable t = mismatch.getCause(); t != null; t = t.getCause()) {
      if (t instanceof InvalidText text) {
        return String.valueOf(text.getMessage());
      }
    }
    String original = String.valueOf(mismatch.getOriginalMessage());
    if (original.contains("Missing required") || mismatch instanceof InvalidNullException) {
      return "Expected a value, but it is missing";
    }
    if (original.startsWith("Expected ")) {
      return original; // our own StringForm, which leaves out what was sent
    }
    return Expectation.of(
        mismatch instanceof MismatchedInputException input ? input.getTargetType() : null);
  }

  /** As {@code tickets[2].seatId}; {@code (body)} for the whole. */
  private static String path(JacksonException fault) {
    StringBuilder path = new StringBuilder();
    List<JacksonException.Reference> steps = fault.getPath();
    for (JacksonException.Reference step : steps) {
      append(path, step.getPropertyName(), step.getIndex());
    }
    return path.isEmpty() ? "(body)" : path.toString();
  }

  private static void append(StringBuilder path, @Nullable String name, int index) {
    if (name == null) {
      path.append('[').append(index).append(']');
      return;
    }
    if (!path.isEmpty()) {
      path.append('.');
    }
    path.append(name, 0, Math.min(name.length(), MAX_NAME));
  }
}
