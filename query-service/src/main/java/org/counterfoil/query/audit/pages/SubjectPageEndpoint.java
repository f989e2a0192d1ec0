package org.counterfoil.query.audit.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import org.counterfoil.domain.privacy.AuditQuestion;
import org.counterfoil.domain.privacy.DataSubjectId;
import org.counterfoil.domain.privacy.DisclosureReason;
import org.counterfoil.query.audit.scope.AskedAudit;
import org.counterfoil.query.audit.subject.ConsentMoment;
import org.counterfoil.query.audit.subject.ConsentQueries;
import org.counterfoil.query.audit.subject.SubjectQueries;
import org.counterfoil.query.live.AsOf;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Pages about one person. */
@Controller
class SubjectPageEndpoint {

  private static final String PRIVACY = "/organisations/{organisationId}/privacy";
  private static final String SUBJECT = PRIVACY + "/subjects/{subjectId}";

  private final SubjectQueries subjects;
  private final ConsentQueries consents;
  private final AuditFrame frame;
  private final Clock clock;

  SubjectPageEndpoint(
      SubjectQueries subjects, ConsentQueries consents, AuditFrame frame, Clock clock) {
    this.subjects = subjects;
    this.consents = consents;
    this.frame = frame;
    this.clock = clock;
  }

  /** Where the form leads that somebody is looked up with. */
  @GetMapping(PRIVACY + "/person")
  String person(
      AskedAudit audit,
      @RequestParam DataSubjectId subject,
      @RequestParam(required = false) @Nullable DisclosureReason reason) {
    return "redirect:/organisations/"
        + audit.organisationId()
        + "/privacy/subjects/"
        + subject
        + (reason == null ? "" : "?reason=" + reason);
  }

  @GetMapping(SUBJECT)
  String timeline(
      AskedAudit audit,
      @PathVariable DataSubjectId subjectId,
      HttpServletRequest request,
      Model model) {
    frame.fill(audit, request, model);
    subjects.requireKnown(audit.organisationId(), subjectId);
    model.addAttribute("subjectId", subjectId.value());
    if (!audit.saysWhy()) {
      return frame.ask(request, model);
    }
    audit.about(AuditQuestion.TIMELINE, subjectId);
    model.addAttribute(
        "timeline", subjects.timeline(audit.organisationId(), subjectId, audit.reached()));
    return "audit/subject";
  }

  @GetMapping(SUBJECT + "/consents")
  String consents(
      AskedAudit audit,
      @PathVariable DataSubjectId subjectId,
      @RequestParam(required = false) @Nullable String asOf,
      HttpServletRequest request,
      Model model) {
    frame.fill(audit, request, model);
    AsOf moment = ConsentMoment.asked(asOf, audit.timeZone(), clock);
    subjects.requireKnown(audit.organisationId(), subjectId);
    model.addAttribute("subjectId", subjectId.value());
    if (!audit.saysWhy()) {
      return frame.ask(request, model);
    }
    audit.about(AuditQuestion.CONSENTS, subjectId);
    model.addAttribute("asOf", asOf);
    model.addAttribute(
        "consents",
        consents.of(audit.organisationId(), subjectId, moment, audit.reached()).consents());
    return "audit/consents";
  }
}
