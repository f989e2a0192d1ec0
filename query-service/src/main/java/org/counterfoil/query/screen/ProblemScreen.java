package org.counterfoil.query.screen;

import java.util.Map;
import org.counterfoil.http.access.HttpCaller;
import org.counterfoil.http.problem.Problem;
import org.counterfoil.http.problem.ProblemPage;
import org.springframework.context.i18n.LocaleContextHolder;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** A problem as a page, for people. */
final class ProblemScreen implements ProblemPage {

  private final ITemplateEngine templates;

  ProblemScreen(ITemplateEngine templates) {
    this.templates = templates;
  }

  @Override
  public String html(Problem problem) {
    Context context = new Context(LocaleContextHolder.getLocale());
    context.setVariables(
        Map.of(
            "problem",
            problem,
            "frame",
            new PageFrame.Frame("/", false, false, false, HttpCaller.ANONYMOUS)));
    return templates.process("problem", context);
  }
}
