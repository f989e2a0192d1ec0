package org.counterfoil.http.position;

import jakarta.servlet.http.HttpServletRequest;
import org.counterfoil.http.problem.Problem;
import org.counterfoil.http.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * The position that a query must have reached before it answers; endpoints take it as a method
 * argument, functional ones by {@link #of}.
 *
 * @param value 0 or more, or -1 where none was asked for, which every projection has reached
 */
public record MinPosition(long value) {

  /** Nothing was asked for. */
  public static final MinPosition NONE = new MinPosition(-1);

  /**
   * That of the request.
   *
   * @throws ProblemException 400 where the header is not a position
   */
  public static MinPosition of(HttpServletRequest request) {
    return parse(request.getHeader(Positions.MIN_POSITION));
  }

  static MinPosition parse(@Nullable String text) {
    if (text == null) {
      return NONE;
    }
    if (!text.matches("[0-9]{1,18}")) {
      throw Problem.invalid(
              Positions.MIN_POSITION, "Expected a position, a whole number from 0, but it is none")
          .exception();
    }
    return new MinPosition(Long.parseLong(text));
  }
}
