package org.counterfoil.query.audit.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.counterfoil.domain.privacy.PrivacyRejection;
import org.counterfoil.domain.privacy.disclosure.DisclosureReason;
import org.counterfoil.http.problem.Problem;
import org.counterfoil.http.problem.ProblemException;
import org.counterfoil.http.problem.Violation;
import org.counterfoil.query.audit.register.RegisterQueries;
import org.counterfoil.query.audit.scope.AskedAudit;
import org.counterfoil.query.audit.words.PurposeNames;
import org.counterfoil.query.audit.words.Readers;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.ui.Model;

/** What every page of the officer has: whose records they are, and why they are read. */
final class AuditFrame {

  private static final Set<String> NOT_KEPT = Set.of("reason", "lang");

  private final RegisterQueries register;
  private final PurposeNames names;
  private final Readers readers;
  private final Clock clock;

  AuditFrame(RegisterQueries register, PurposeNames names, Readers readers, Clock clock) {
    this.register = register;
    this.names = names;
    this.readers = readers;
    this.clock = clock;
  }

  /** Says whose records they are, and carries on why they are read. */
  void fill(AskedAudit audit, HttpServletRequest request, Model model) {
    model.addAttribute("o", register.controller(audit.organisationId()));
    model.addAttribute("names", names.of(audit.organisationId(), LocaleContextHolder.getLocale()));
    model.addAttribute("readers", readers);
    model.addAttribute("rejections", PrivacyRejection.values());
    model.addAttribute("zone", audit.timeZone().getId());
    model.addAttribute("today", today(audit));
    model.addAttribute("reasons", List.of(DisclosureReason.values()));
    model.addAttribute("reason", reason(request));
  }

  /** Asks why, where a page that names persons was asked for without a reason. */
  String ask(HttpServletRequest request, Model model) {
    Map<String, String> kept = new TreeMap<>();
    request
        .getParameterMap()
        .forEach(
            (name, values) -> {
              if (!NOT_KEPT.contains(name)) {
                kept.put(name, values[0]);
              }
            });
    model.addAttribute("path", request.getRequestURI());
    model.addAttribute("kept", kept);
    return "audit/why";
  }

  /**
   * What a form asked for; nothing where a field of it is not as expected: the page then stays,
   * with the form as it was filled in, and says which field it is.
   */
  <T> @Nullable T asked(Model model, HttpServletResponse response, Supplier<T> reading) {
    try {
      return reading.get();
    } catch (ProblemException refused) {
      List<Violation> violations = refused.problem().violations();
      if (violations.isEmpty()) {
        throw refused;
      }
      response.setStatus(refused.problem().status());
      model.addAttribute("fault", violations.getFirst().field());
      return null;
    }
  }

  /** A day as forms send it; the other where none was chosen. */
  static LocalDate day(String name, @Nullable String text, LocalDate other) {
    if (text == null || text.isEmpty()) {
      return other;
    }
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException none) {
      throw Problem.invalid(name, "Expected a date such as 2026-01-31, but it is not").exception();
    }
  }

  LocalDate today(AskedAudit audit) {
    return LocalDate.ofInstant(clock.instant(), audit.timeZone());
  }

  private static @Nullable String reason(HttpServletRequest request) {
    String named = request.getParameter("reason");
    return Arrays.stream(DisclosureReason.values()).anyMatch(r -> r.name().equals(named))
        ? named
        : null;
  }
}
