package org.counterfoil.query.audit.pages;

import jakarta.servlet.http.HttpServletRequest;
import org.counterfoil.query.audit.register.RegisterQueries;
import org.counterfoil.query.audit.scope.AskedAudit;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Pages that name nobody: the register, and the map of what is kept. */
@Controller
class RegisterPageEndpoint {

  private static final String PRIVACY = "/organisations/{organisationId}/privacy";

  private final RegisterQueries register;
  private final AuditFrame frame;

  RegisterPageEndpoint(RegisterQueries register, AuditFrame frame) {
    this.register = register;
    this.frame = frame;
  }

  @GetMapping(PRIVACY)
  String map(AskedAudit audit, HttpServletRequest request, Model model) {
    frame.fill(audit, request, model);
    model.addAttribute("map", register.map(audit.organisationId(), audit.reached()));
    return "audit/map";
  }

  @GetMapping(PRIVACY + "/register")
  String register(AskedAudit audit, HttpServletRequest request, Model model) {
    frame.fill(audit, request, model);
    model.addAttribute("register", register.register(audit.organisationId(), audit.reached()));
    return "audit/register";
  }
}
