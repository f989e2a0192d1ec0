package org.counterfoil.query.audit.pages;

import jakarta.servlet.http.HttpServletRequest;
import org.counterfoil.domain.privacy.audit.AuditQuestion;
import org.counterfoil.domain.privacy.subject.DataSubjectId;
import org.counterfoil.query.audit.scope.AskedAudit;
import org.counterfoil.query.audit.subject.CertificateQueries;
import org.counterfoil.query.audit.subject.SubjectQueries;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * The certificate of an erasure, to be printed and handed out. It is made of the records, so that
 * it is there whenever it is wanted, and says the same.
 */
@Controller
class CertificatePageEndpoint {

  private final CertificateQueries certificates;
  private final SubjectQueries subjects;
  private final AuditFrame frame;

  CertificatePageEndpoint(
      CertificateQueries certificates, SubjectQueries subjects, AuditFrame frame) {
    this.certificates = certificates;
    this.subjects = subjects;
    this.frame = frame;
  }

  @GetMapping("/organisations/{organisationId}/privacy/subjects/{subjectId}/erasures/{position}")
  String certificate(
      AskedAudit audit,
      @PathVariable DataSubjectId subjectId,
      @PathVariable long position,
      HttpServletRequest request,
      Model model) {
    frame.fill(audit, request, model);
    subjects.requireKnown(audit.organisationId(), subjectId);
    model.addAttribute("subjectId", subjectId.value());
    if (!audit.saysWhy()) {
      return frame.ask(request, model);
    }
    audit.about(AuditQuestion.TIMELINE, subjectId);
    model.addAttribute("certificate", certificates.of(audit.organisationId(), subjectId, position));
    return "audit/certificate";
  }
}
