package org.counterfoil.http.problem;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Hands exceptions from the filters within it to {@link ProblemAnswers}. */
public final class ProblemFilter extends OncePerRequestFilter {

  private final ProblemAnswers answers;

  public ProblemFilter(ProblemAnswers answers) {
    this.answers = answers;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    try {
      chain.doFilter(request, response);
    } catch (IOException | ServletException | RuntimeException thrown) {
      if (!answers.answer(thrown, request, response)) {
        throw thrown;
      }
    }
  }
}
