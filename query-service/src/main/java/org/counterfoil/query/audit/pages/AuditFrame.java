package org.counterfoil.query.audit.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.counterfoil.domain.privacy.disclosure.DisclosureReason;
import org.counterfoil.query.audit.register.RegisterQueries;
import org.counterfoil.query.audit.scope.AskedAudit;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;

/** What every page of the officer has: whose records they are, and why they are read. */
final class AuditFrame {

  private static final Set<String> NOT_KEPT = Set.of("reason", "lang");

  private final RegisterQueries register;
  private final Clock clock;

  AuditFrame(RegisterQueries register, Clock clock) {
    this.register = register;
    this.clock = clock;
  }

  /** Says whose records they are, and carries on why they are read. */
  void fill(AskedAudit audit, HttpServletRequest request, Model model) {
    model.addAttribute("o", register.controller(audit.organisationId()));
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
