package org.counterfoil.standalone.rehearsal;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.UUID;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.http.access.Access;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The pages from which rehearsals are started, watched and read. */
@Controller
final class RehearsalPageEndpoint {

  private final Rehearsing rehearsing;

  RehearsalPageEndpoint(Rehearsing rehearsing) {
    this.rehearsing = rehearsing;
  }

  @GetMapping("/performances/{performanceId}/rehearsals")
  String list(@PathVariable PerformanceId performanceId, Access access, Model model) {
    model.addAttribute("all", rehearsing.of(performanceId, access));
    model.addAttribute("performanceId", performanceId);
    model.addAttribute("mayBegin", rehearsing.isPossible(performanceId));
    model.addAttribute("visitors", rehearsing.usualVisitors(performanceId));
    return "rehearsals";
  }

  @PostMapping("/performances/{performanceId}/rehearsals")
  ResponseEntity<Void> begin(
      @PathVariable PerformanceId performanceId,
      @RequestParam(required = false) @Nullable Long seed,
      @RequestParam(required = false) @Nullable Integer visitors,
      @RequestParam(required = false) @Nullable Double compression,
      @RequestParam(required = false) @Nullable Boolean lateMoney,
      HttpServletRequest request,
      Access access) {
    Wish wish = new Wish(seed, visitors, compression, null, lateMoney);
    return at(rehearsing.begin(performanceId, wish, request, access));
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
  ResponseEntity<Void> stop(@PathVariable UUID rehearsalId, Access access) {
    rehearsing.stop(rehearsalId, access);
    return at(rehearsing.find(rehearsalId, access));
  }

  private static ResponseEntity<Void> at(Rehearsal rehearsal) {
    return ResponseEntity.status(303)
        .location(URI.create("/rehearsals/" + rehearsal.rehearsalId()))
        .build();
  }
}
