package org.counterfoil.query.audit.pages;

import java.util.List;
import org.counterfoil.feed.projection.ProjectionRunner;
import org.counterfoil.query.audit.register.RegisterQueries;
import org.counterfoil.query.live.ReadPosition;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The processor's own record as a page, for whoever runs Counterfoil for others. */
@Controller
class HostPageEndpoint {

  private final RegisterQueries register;
  private final ReadPosition position;

  HostPageEndpoint(RegisterQueries register, @Qualifier("auditRunner") ProjectionRunner runner) {
    this.register = register;
    this.position = new ReadPosition(runner);
  }

  @GetMapping("/operations/register")
  String register(Model model) {
    model.addAttribute("register", register.ofHost(position.await(-1, List.of())));
    return "audit/host";
  }
}
