package org.counterfoil.query.screen;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.counterfoil.http.access.HttpCaller;
import org.counterfoil.http.problem.Problem;
import org.counterfoil.http.problem.ProblemPage;
import org.counterfoil.http.problem.Violation;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/**
 * A problem as a page, for people, in their language: the details of problems are the API's, and
 * English.
 */
final class ProblemScreen implements ProblemPage {

  private final ITemplateEngine templates;
  private final MessageSource words;

  ProblemScreen(ITemplateEngine templates, MessageSource words) {
    this.templates = templates;
    this.words = words;
  }

  @Override
  public String html(Problem problem, String path) {
    Locale language = LocaleContextHolder.getLocale();
    Map<String, @Nullable Object> told = new HashMap<>();
    told.put("problem", problem);
    told.put("title", word("problem", problem.status(), language));
    told.put("lead", lead(problem, language));
    told.put("field", field(problem, language));
    told.put("frame", new PageFrame.Frame(path, false, false, false, HttpCaller.ANONYMOUS));
    Context context = new Context(language);
    context.setVariables(told);
    return templates.process("problem", context);
  }

  private @Nullable String lead(Problem problem, Locale language) {
    return language.getLanguage().equals(Locale.FRENCH.getLanguage())
        ? word("problem.lead", problem.status(), language)
        : problem.detail();
  }

  private @Nullable String word(String list, int status, Locale language) {
    String other = words.getMessage(list + ".other", null, language);
    return words.getMessage(list + "." + status, null, other, language);
  }

  /** What the field of a form or of an address is called that was not as expected. */
  private @Nullable String field(Problem problem, Locale language) {
    List<Violation> violations = problem.violations();
    if (violations.isEmpty()) {
      return null;
    }
    String name = violations.getFirst().field();
    return words.getMessage("problem.field." + name, null, name, language);
  }
}
