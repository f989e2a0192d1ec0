package org.counterfoil.http.problem;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.counterfoil.domain.Rejection;
import org.jspecify.annotations.Nullable;

/**
 * An error as the caller sees it: RFC 9457, {@code application/problem+json}, with the members that
 * the contract adds.
 *
 * @param type names the sort of problem: {@code https://counterfoil.org/problems/} and the code in
 *     kebab case; an identifier, stable for ever, which need not resolve
 * @param title the same for every occurrence of the type
 * @param status the HTTP status
 * @param detail what was expected and what was found; no personal data, no secret
 * @param code the type once more, as programs like it: {@code SEAT_ALREADY_HELD}
 * @param retryable whether the same request may succeed later without being changed
 * @param violations what is wrong with the input, field by field; empty where that is not the
 *     matter
 * @param retryAfter when to try again; becomes the header {@code Retry-After}, in whole seconds
 */
public record Problem(
    URI type,
    String title,
    int status,
    String detail,
    String code,
    boolean retryable,
    List<Violation> violations,
    @Nullable Duration retryAfter) {

  private static final String TYPES = "https://counterfoil.org/problems/";

  /** What a client is told to wait where nobody knows better. */
  private static final Duration SHORTLY = Duration.ofSeconds(1);

  public Problem {
    violations = List.copyOf(violations);
  }

  /** A problem of HTTP itself. What may be retried says when: after a second. */
  public static Problem of(ProblemCode code, String detail) {
    return new Problem(
        typeOf(code.name()),
        code.title(),
        code.status(),
        detail,
        code.name(),
        code.retryable(),
        List.of(),
        code.retryable() ? SHORTLY : null);
  }

  /** A refusal by the domain. */
  public static Problem refused(Rejection rejection, String detail) {
    return new Problem(
        typeOf(rejection.name()),
        sentence(rejection.name()),
        RejectionStatus.of(rejection.kind()),
        detail,
        rejection.name(),
        rejection.retryable(),
        List.of(),
        null);
  }

  /** Bad input: the fields and what is wrong with each. */
  public static Problem invalid(List<Violation> violations) {
    String detail =
        violations.size() == 1
            ? violations.getFirst().field() + ": " + violations.getFirst().message()
            : "Expected valid input, but " + violations.size() + " fields are not";
    return of(ProblemCode.INVALID_REQUEST, detail).withViolations(violations);
  }

  /** Bad input in one field. */
  public static Problem invalid(String field, String message) {
    return invalid(List.of(new Violation(field, message)));
  }

  public Problem withViolations(List<Violation> these) {
    return new Problem(type, title, status, detail, code, retryable, these, retryAfter);
  }

  public Problem withRetryAfter(Duration wait) {
    return new Problem(type, title, status, detail, code, retryable, violations, wait);
  }

  /** This problem, to be thrown. */
  public ProblemException exception() {
    return new ProblemException(this);
  }

  private static URI typeOf(String code) {
    return URI.create(TYPES + code.toLowerCase(Locale.ROOT).replace('_', '-'));
  }

  private static String sentence(String code) {
    String words = code.toLowerCase(Locale.ROOT).replace('_', ' ');
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
