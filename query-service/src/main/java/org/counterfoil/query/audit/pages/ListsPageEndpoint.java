package org.counterfoil.query.audit.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import org.counterfoil.domain.privacy.audit.AuditQuestion;
import org.counterfoil.domain.privacy.request.ExtensionGround;
import org.counterfoil.domain.privacy.request.IdentityCheck;
import org.counterfoil.domain.privacy.request.RefusalGround;
import org.counterfoil.http.position.PageRequest;
import org.counterfoil.query.audit.lists.BreachQueries;
import org.counterfoil.query.audit.lists.DisclosureQueries;
import org.counterfoil.query.audit.lists.EndedQueries;
import org.counterfoil.query.audit.lists.RequestQueries;
import org.counterfoil.query.audit.lists.RetentionQueries;
import org.counterfoil.query.audit.lists.Window;
import org.counterfoil.query.audit.scope.AskedAudit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Pages about many: who read, what is due, what was asked, what a breach touched. */
@Controller
class ListsPageEndpoint {

  private static final String PRIVACY = "/organisations/{organisationId}/privacy";

  /** What the officer sees of what is to come, unless another day is named. */
  private static final int MONTHS_AHEAD = 3;

  /** What it sees of what went by itself, the same. */
  private static final int MONTHS_BEFORE = 1;

  private final DisclosureQueries disclosures;
  private final RetentionQueries retention;
  private final EndedQueries ended;
  private final RequestQueries requests;
  private final BreachQueries breach;
  private final AuditFrame frame;

  ListsPageEndpoint(
      DisclosureQueries disclosures,
      RetentionQueries retention,
      EndedQueries ended,
      RequestQueries requests,
      BreachQueries breach,
      AuditFrame frame) {
    this.disclosures = disclosures;
    this.retention = retention;
    this.ended = ended;
    this.requests = requests;
    this.breach = breach;
    this.frame = frame;
  }

  @GetMapping(PRIVACY + "/disclosures")
  String disclosures(
      AskedAudit audit,
      @RequestParam(required = false) @Nullable String from,
      @RequestParam(required = false) @Nullable String to,
      PageRequest page,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    frame.fill(audit, request, model);
    model.addAttribute("from", from);
    model.addAttribute("to", to);
    if (!audit.saysWhy()) {
      return frame.ask(request, model);
    }
    Window window = frame.asked(model, response, () -> Window.asked(from, to, audit.timeZone()));
    if (window == null) {
      return "audit/disclosures";
    }
    audit.aboutMany(AuditQuestion.DISCLOSURES);
    model.addAttribute("readings", disclosures.page(audit.organisationId(), null, window, page));
    return "audit/disclosures";
  }

  @GetMapping(PRIVACY + "/retention")
  String retention(
      AskedAudit audit,
      @RequestParam(required = false) @Nullable String until,
      @RequestParam(required = false) @Nullable String since,
      PageRequest page,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    frame.fill(audit, request, model);
    LocalDate today = frame.today(audit);
    model.addAttribute("until", until == null ? today.plusMonths(MONTHS_AHEAD) : until);
    model.addAttribute("since", since == null ? today.minusMonths(MONTHS_BEFORE) : since);
    if (!audit.saysWhy()) {
      return frame.ask(request, model);
    }
    LocalDate last =
        frame.asked(
            model, response, () -> AuditFrame.day("until", until, today.plusMonths(MONTHS_AHEAD)));
    Window before =
        frame.asked(model, response, () -> since(audit, since, today.minusMonths(MONTHS_BEFORE)));
    if (last == null || before == null) {
      return "audit/retention";
    }
    audit.aboutMany(AuditQuestion.RETENTION_DUE);
    model.addAttribute("ended", ended.newest(audit.organisationId(), before));
    model.addAttribute("due", retention.page(audit.organisationId(), last, today, page));
    return "audit/retention";
  }

  private static Window since(AskedAudit audit, @Nullable String since, LocalDate usual) {
    return Window.asked(AuditFrame.day("since", since, usual).toString(), null, audit.timeZone());
  }

  @GetMapping(PRIVACY + "/requests")
  String requests(AskedAudit audit, PageRequest page, HttpServletRequest request, Model model) {
    frame.fill(audit, request, model);
    if (!audit.saysWhy()) {
      return frame.ask(request, model);
    }
    audit.aboutMany(AuditQuestion.REQUESTS);
    LocalDate today = frame.today(audit);
    model.addAttribute("identityChecks", IdentityCheck.values());
    model.addAttribute("extensionGrounds", ExtensionGround.values());
    model.addAttribute("refusalGrounds", RefusalGround.values());
    model.addAttribute("open", requests.open(audit.organisationId(), today));
    model.addAttribute("requests", requests.page(audit.organisationId(), today, page));
    return "audit/requests";
  }

  /** Without both ends of the window there is only the form. */
  @GetMapping(PRIVACY + "/breach")
  String breach(
      AskedAudit audit,
      @RequestParam(required = false) @Nullable String from,
      @RequestParam(required = false) @Nullable String to,
      PageRequest page,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    frame.fill(audit, request, model);
    model.addAttribute("from", from);
    model.addAttribute("to", to);
    if (from == null || from.isEmpty() || to == null || to.isEmpty()) {
      return "audit/breach";
    }
    if (!audit.saysWhy()) {
      return frame.ask(request, model);
    }
    Window window =
        frame.asked(
            model,
            response,
            () ->
                Window.asked(
                    Window.local(from, audit.timeZone()),
                    Window.local(to, audit.timeZone()),
                    audit.timeZone()));
    if (window == null) {
      return "audit/breach";
    }
    audit.aboutMany(AuditQuestion.BREACH);
    model.addAttribute("touched", breach.page(audit.organisationId(), window, page));
    return "audit/breach";
  }
}
