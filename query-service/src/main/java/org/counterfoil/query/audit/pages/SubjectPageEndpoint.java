package org.counterfoil.query.audit.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.counterfoil.domain.privacy.audit.AuditQuestion;
import org.counterfoil.domain.privacy.disclosure.DisclosureReason;
import org.counterfoil.domain.privacy.register.DpvPurpose;
import org.counterfoil.domain.privacy.register.LawfulBasis;
import org.counterfoil.domain.privacy.request.IdentityCheck;
import org.counterfoil.domain.privacy.request.RequestKind;
import org.counterfoil.domain.privacy.subject.DataSubjectId;
import org.counterfoil.domain.privacy.subject.ErasureReason;
import org.counterfoil.domain.privacy.subject.RestrictionReason;
import org.counterfoil.query.audit.register.ProcessingActivity;
import org.counterfoil.query.audit.register.RegisterQueries;
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
  private final RegisterQueries register;
  private final AuditFrame frame;
  private final Clock clock;

  SubjectPageEndpoint(
      SubjectQueries subjects,
      ConsentQueries consents,
      RegisterQueries register,
      AuditFrame frame,
      Clock clock) {
    this.subjects = subjects;
    this.consents = consents;
    this.register = register;
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
    acts(audit, model);
    model.addAttribute(
        "timeline", subjects.timeline(audit.organisationId(), subjectId, audit.reached()));
    return "audit/subject";
  }

  /** What can be chosen where something is to be done. */
  private void acts(AskedAudit audit, Model model) {
    List<ProcessingActivity> purposes =
        register.register(audit.organisationId(), audit.reached()).activities();
    model.addAttribute("purposes", purposes);
    model.addAttribute(
        "consented", purposes.stream().filter(SubjectPageEndpoint::asksForConsent).toList());
    model.addAttribute(
        "objectable", purposes.stream().filter(SubjectPageEndpoint::isOpenToObjection).toList());
    model.addAttribute("requestKinds", RequestKind.values());
    model.addAttribute("identityChecks", IdentityCheck.values());
    model.addAttribute("restrictions", RestrictionReason.values());
    model.addAttribute(
        "erasureReasons",
        Stream.of(ErasureReason.values()).filter(ErasureReason::isAsked).toList());
  }

  private static boolean asksForConsent(ProcessingActivity purpose) {
    return purpose.lawfulBasis().equals(LawfulBasis.CONSENT.value())
        || purpose.specialCategoryCondition() != null;
  }

  private static boolean isOpenToObjection(ProcessingActivity purpose) {
    return DpvPurpose.of(purpose.dpvPurposeIri()).isMarketing()
        || new LawfulBasis(purpose.lawfulBasis()).isOpenToObjection();
  }

  @GetMapping(SUBJECT + "/consents")
  String consents(
      AskedAudit audit,
      @PathVariable DataSubjectId subjectId,
      @RequestParam(required = false) @Nullable String asOf,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    frame.fill(audit, request, model);
    subjects.requireKnown(audit.organisationId(), subjectId);
    model.addAttribute("subjectId", subjectId.value());
    if (!audit.saysWhy()) {
      return frame.ask(request, model);
    }
    model.addAttribute("asOf", asOf);
    AsOf moment =
        frame.asked(model, response, () -> ConsentMoment.asked(asOf, audit.timeZone(), clock));
    if (moment == null) {
      return "audit/consents";
    }
    audit.about(AuditQuestion.CONSENTS, subjectId);
    model.addAttribute(
        "consents",
        consents.of(audit.organisationId(), subjectId, moment, audit.reached()).consents());
    return "audit/consents";
  }
}
