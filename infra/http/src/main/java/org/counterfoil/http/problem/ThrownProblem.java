package org.counterfoil.http.problem;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.counterfoil.domain.InvalidText;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import tools.jackson.core.JacksonException;

/** What a client can cause, as a problem; nothing for what it cannot. */
public final class ThrownProblem {

  private final List<ProblemTranslation> translations;
  private final AllowedMethods allowed;

  public ThrownProblem(List<ProblemTranslation> translations, AllowedMethods allowed) {
    this.translations = List.copyOf(translations);
    this.allowed = allowed;
  }

  /** The problem, or nothing where the exception was not to be expected. */
  @Nullable Problem of(Throwable thrown, HttpServletRequest request) {
    ProblemException problem = BrokenConnection.find(thrown, ProblemException.class);
    if (problem != null) {
      return problem.problem();
    }
    for (ProblemTranslation translation : translations) {
      Problem translated = translation.of(thrown);
      if (translated != null) {
        return translated;
      }
    }
    // All connections are taken, or the database is gone: either may pass.
    if (BrokenConnection.find(thrown, SQLTransientConnectionException.class) != null) {
      return Problem.of(
          ProblemCode.STORE_UNAVAILABLE,
          "Expected a connection to the database in time, but there was none");
    }
    return switch (thrown) {
      case HttpMessageNotReadableException unreadable -> unreadable(unreadable);
      case TypeMismatchException mismatch -> mismatch(mismatch);
      case MissingServletRequestParameterException missing ->
          Problem.invalid(missing.getParameterName(), "Expected this parameter, but it is missing");
      case MissingRequestHeaderException missing ->
          Problem.invalid(missing.getHeaderName(), "Expected this header, but it is missing");
      case InvalidText text ->
          Problem.of(ProblemCode.INVALID_REQUEST, String.valueOf(text.getMessage()));
      case InvalidParameterException broken ->
          broken.getErrorCode() == ProblemCode.BODY_TOO_LARGE.status()
              ? byStatus(broken.getErrorCode())
              : Problem.of(
                  ProblemCode.MALFORMED_REQUEST,
                  "Expected parameters in percent-encoded UTF-8, but they are not");
      case NoHandlerFoundException none -> notRouted(request);
      case NoResourceFoundException none -> notRouted(request);
      case HttpRequestMethodNotSupportedException other -> notRouted(request);
      case ErrorResponse other -> byStatus(other.getStatusCode().value());
      default -> null;
    };
  }

  /** What a problem's headers must say besides. */
  Map<String, String> headersOf(Throwable thrown, Problem problem, HttpServletRequest request) {
    return switch (problem.status()) {
      case 401 -> Map.of("WWW-Authenticate", "Bearer realm=\"counterfoil\"");
      case 405 -> Map.of("Allow", String.join(", ", allowed.at(request)));
      case 408, 413 -> Map.of("Connection", "close");
      default -> Map.of();
    };
  }

  /**
   * The problem of a bare status, for errors that come from outside the endpoints.
   *
   * @return nothing where the status is the server's own fault
   */
  static @Nullable Problem byStatus(int status) {
    for (ProblemCode code : ProblemCode.values()) {
      if (code.status() == status && code != ProblemCode.INTERNAL_ERROR) {
        return Problem.of(
            code, "Expected a request as the contract describes it, but: " + code.title());
      }
    }
    return status >= 400 && status < 500
        ? Problem.of(ProblemCode.MALFORMED_REQUEST, "Expected a well-formed request, but it is not")
        : null;
  }

  private static Problem unreadable(HttpMessageNotReadableException unreadable) {
    if (BrokenConnection.find(unreadable, SocketTimeoutException.class) != null) {
      return Problem.of(
          ProblemCode.REQUEST_TIMEOUT, "Expected the body without long pauses, but there was one");
    }
    JacksonException json = BrokenConnection.find(unreadable, JacksonException.class);
    if (json != null) {
      return JsonFault.of(json);
    }
    return Problem.of(
        ProblemCode.MALFORMED_REQUEST,
        BrokenConnection.find(unreadable, IOException.class) == null
            ? "Expected a body, but there is none"
            : "Expected the whole body, but it broke off");
  }

  private static Problem mismatch(TypeMismatchException mismatch) {
    String name =
        mismatch instanceof MethodArgumentTypeMismatchException argument
            ? argument.getName()
            : String.valueOf(mismatch.getPropertyName());
    InvalidText text = BrokenConnection.find(mismatch, InvalidText.class);
    return Problem.invalid(
        name,
        text == null
            ? Expectation.of(mismatch.getRequiredType())
            : String.valueOf(text.getMessage()));
  }

  private Problem notRouted(HttpServletRequest request) {
    Set<String> methods = allowed.at(request);
    return methods.isEmpty()
        ? Problem.of(
            ProblemCode.NOT_FOUND, "Expected a known path, but there is nothing at this one")
        : Problem.of(
            ProblemCode.METHOD_NOT_ALLOWED,
            "Expected " + String.join(" or ", methods) + ", but it is another method");
  }
}
