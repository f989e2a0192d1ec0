package org.counterfoil.standalone.rehearsal;

import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.util.Set;
import java.util.UUID;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.http.access.Access;
import org.counterfoil.http.problem.ProblemException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** The pages from which rehearsals are started, watched and read. */
@Controller
final class RehearsalPageEndpoint {

  private static final Wish NOTHING_ASKED = new Wish(null, null, null, null, null);

  /** What passes by itself: the same form may be sent again later. */
  private static final Set<String> NOT_NOW =
      Set.of(RehearsalRejection.REHEARSAL_RUNNING.name(), RehearsalRejection.ONSALE_NEAR.name());

  private final Rehearsing rehearsing;

  RehearsalPageEndpoint(Rehearsing rehearsing) {
    this.rehearsing = rehearsing;
  }

  @GetMapping("/performances/{performanceId}/rehearsals")
  String list(@PathVariable PerformanceId performanceId, Access access, Model model) {
    return show(performanceId, access, NOTHING_ASKED, model);
  }

  private String show(PerformanceId performanceId, Access access, Wish wish, Model model) {
    model.addAttribute("all", rehearsing.of(performanceId, access));
    model.addAttribute("performanceId", performanceId);
    model.addAttribute("mayBegin", rehearsing.isPossible(performanceId));
    model.addAttribute("visitors", rehearsing.visitors(performanceId, wish));
    model.addAttribute("compression", plain(wish.effectiveCompression()));
    model.addAttribute("seed", wish.effectiveSeed());
    model.addAttribute("lateMoney", wish.withLateMoney());
    return "rehearsals";
  }

  /** Where it cannot begin now, the page says so and keeps what was filled in. */
  @PostMapping("/performances/{performanceId}/rehearsals")
  ModelAndView begin(
      @PathVariable PerformanceId performanceId,
      @ModelAttribute Wish wish,
      HttpServletRequest request,
      Access access,
      Model model) {
    try {
      return new ModelAndView(at(rehearsing.begin(performanceId, wish, request, access)));
    } catch (ProblemException e) {
      if (!NOT_NOW.contains(e.problem().code())) {
        throw e;
      }
      model.addAttribute("refused", e.problem().code());
      return new ModelAndView(
          show(performanceId, access, wish, model), model.asMap(), HttpStatus.CONFLICT);
    }
  }

  @GetMapping("/rehearsals/{rehearsalId}")
  String page(@PathVariable UUID rehearsalId, Access access, Model model) {
    model.addAttribute("r", rehearsing.find(rehearsalId, access));
    return "rehearsal";
  }

  /** The part of the page that changes. */
  @GetMapping("/rehearsals/{rehearsalId}/progress")
  String progress(@PathVariable UUID rehearsalId, Access access, Model model) {
    model.addAttribute("r", rehearsing.find(rehearsalId, access));
    return "rehearsal :: standing";
  }

  @PostMapping("/rehearsals/{rehearsalId}/stop")
  RedirectView stop(@PathVariable UUID rehearsalId, Access access) {
    rehearsing.stop(rehearsalId, access);
    return at(rehearsing.find(rehearsalId, access));
  }

  /** As a form's field takes it, in every language. */
  private static String plain(double number) {
    return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
  }

  private static RedirectView at(Rehearsal rehearsal) {
    RedirectView page = new RedirectView("/rehearsals/" + rehearsal.rehearsalId());
    page.setStatusCode(HttpStatus.SEE_OTHER);
    page.setExposeModelAttributes(false);
    return page;
  }
}
