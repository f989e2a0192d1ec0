package org.counterfoil.command.ticket;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import org.counterfoil.command.exchange.Directory;
import org.counterfoil.command.exchange.Timetable;
import org.counterfoil.domain.performance.PerformanceEvent.PerformanceScheduled;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.domain.venue.VenueEvent.VenueOpened;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Puts performances into calendars. */
@RestController
@Tag(name = "Selling")
final class CalendarEndpoint {

  private static final MediaType CALENDAR =
      new MediaType("text", "calendar", StandardCharsets.UTF_8);

  private final Directory directory;
  private final Timetable timetable;

  CalendarEndpoint(Directory directory, Timetable timetable) {
    this.directory = directory;
    this.timetable = timetable;
  }

  @GetMapping("/api/v1/performances/{performanceId}.ics")
  @Operation(summary = "A performance as a calendar entry (RFC 5545)")
  ResponseEntity<byte[]> entry(@PathVariable PerformanceId performanceId) {
    PerformanceScheduled performance = directory.performance(performanceId);
    VenueOpened venue = directory.venue(performance.venueId());
    String entry =
        Calendar.entry(
            performanceId + "@counterfoil",
            timetable.of(performance),
            performance.title().value(),
            venue.name() + ", " + venue.address(),
            new Calendar.Organiser(
                performance.organisationId(),
                directory.organisation(performance.organisationId()).name().value()));
    return ResponseEntity.ok()
        .contentType(CALENDAR)
        .header("Content-Disposition", "attachment; filename=\"performance.ics\"")
        .body(entry.getBytes(StandardCharsets.UTF_8));
  }
}
