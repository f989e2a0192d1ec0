package org.counterfoil.query.audit.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.counterfoil.domain.privacy.audit.AuditQuestion;
import org.counterfoil.domain.privacy.register.PersonalField;
import org.counterfoil.domain.privacy.register.PurposeKey;
import org.counterfoil.http.position.PageRequest;
import org.counterfoil.http.problem.Inputs;
import org.counterfoil.query.audit.lists.CaptureQueries;
import org.counterfoil.query.audit.lists.Window;
import org.counterfoil.query.audit.register.ProcessingActivity;
import org.counterfoil.query.audit.register.RegisterQueries;
import org.counterfoil.query.audit.scope.AskedAudit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What was captured of anybody: which field, why, through which door. */
@Controller
class CapturePageEndpoint {

  private final CaptureQueries captures;
  private final RegisterQueries register;
  private final AuditFrame frame;

  CapturePageEndpoint(CaptureQueries captures, RegisterQueries register, AuditFrame frame) {
    this.captures = captures;
    this.register = register;
    this.frame = frame;
  }

  /** A form sends what is not chosen as an empty text. */
  @GetMapping("/organisations/{organisationId}/privacy/captures")
  String captures(
      AskedAudit audit,
      @RequestParam(required = false) @Nullable PersonalField field,
      @RequestParam(required = false) @Nullable String purpose,
      @RequestParam(required = false) @Nullable String from,
      @RequestParam(required = false) @Nullable String to,
      PageRequest page,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    frame.fill(audit, request, model);
    PurposeKey wanted =
        purpose == null || purpose.isEmpty()
            ? null
            : Inputs.text("purpose", purpose, PurposeKey::new);
    model.addAttribute("field", field);
    model.addAttribute("purpose", wanted == null ? null : wanted.value());
    model.addAttribute("from", from);
    model.addAttribute("to", to);
    if (!audit.saysWhy()) {
      return frame.ask(request, model);
    }
    model.addAttribute("fields", PersonalField.values());
    model.addAttribute("purposes", purposes(audit));
    Window window = frame.asked(model, response, () -> Window.asked(from, to, audit.timeZone()));
    if (window == null) {
      return "audit/captures";
    }
    audit.aboutMany(AuditQuestion.CAPTURES);
    model.addAttribute(
        "captures", captures.page(audit.organisationId(), field, wanted, window, page));
    return "audit/captures";
  }

  private List<ProcessingActivity> purposes(AskedAudit audit) {
    return register.register(audit.organisationId(), audit.reached()).activities();
  }
}
