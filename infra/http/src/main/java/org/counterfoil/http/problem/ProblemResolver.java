package org.counterfoil.http.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/** Hands exceptions from endpoints, annotated or functional, to {@link ProblemAnswers}. */
public final class ProblemResolver implements HandlerExceptionResolver {

  private final ProblemAnswers answers;

  public ProblemResolver(ProblemAnswers answers) {
    this.answers = answers;
  }

  @Override
  public @Nullable ModelAndView resolveException(
      HttpServletRequest request,
      HttpServletResponse response,
      @Nullable Object handler,
      Exception thrown) {
    try {
      return answers.answer(thrown, request, response) ? new ModelAndView() : null;
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }
}
