package org.counterfoil.query.operations;

import java.time.ZoneId;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The page from which projections are looked after. Times are those of the machine it runs on. */
@Controller
class OperationsPageEndpoint {

  private final Projections projections;

  OperationsPageEndpoint(Projections projections) {
    this.projections = projections;
  }

  @GetMapping("/operations")
  String page(Model model) {
    return fill(model, "operations");
  }

  /** The part of the page that changes. */
  @GetMapping("/operations/projections")
  String projections(Model model) {
    return fill(model, "projections :: all");
  }

  private String fill(Model model, String view) {
    model.addAttribute("reports", projections.reports());
    model.addAttribute("letters", projections.deadLetters());
    model.addAttribute("zone", ZoneId.systemDefault().getId());
    return view;
  }
}
