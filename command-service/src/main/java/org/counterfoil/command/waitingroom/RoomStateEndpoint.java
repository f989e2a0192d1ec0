package org.counterfoil.command.waitingroom;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.counterfoil.command.exchange.Answers;
import org.counterfoil.command.exchange.Directory;
import org.counterfoil.command.exchange.Exchange;
import org.counterfoil.command.exchange.Sent;
import org.counterfoil.command.waitingroom.Room.View;
import org.counterfoil.domain.performance.PerformanceEvent.PerformanceScheduled;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.domain.waitingroom.BeaconValue;
import org.counterfoil.domain.waitingroom.WaitingRoom.Phase;
import org.counterfoil.domain.waitingroom.WaitingRoomCommand.ReadBeacon;
import org.counterfoil.domain.waitingroom.WaitingRoomTerms;
import org.counterfoil.http.access.Access;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The waiting room as its organiser sees it. */
@RestController
@Tag(name = "Waiting room")
final class RoomStateEndpoint {

  private final Rooms rooms;
  private final Directory directory;

  RoomStateEndpoint(Rooms rooms, Directory directory) {
    this.rooms = rooms;
    this.directory = directory;
  }

  /**
   * A room in figures.
   *
   * @param waiting visitors who have or will have a place and are not let in yet
   * @param admitted visitors let in, whatever they did
   * @param used admissions with which a hold was placed
   * @param admissionsPerMinute the rate that was recorded last, or what the terms allow
   */
  record RoomState(
      PerformanceId performanceId,
      Phase phase,
      @Nullable WaitingRoomTerms terms,
      int entrants,
      int waiting,
      int admitted,
      int used,
      int placesLeft,
      boolean soldOut,
      int admissionsPerMinute) {}

  /** A value as its source published it. */
  record BeaconTold(BeaconValue value) {}

  @GetMapping("/api/v1/performances/{performanceId}/waiting-room")
  @Operation(summary = "The waiting room in figures: who waits, who was let in, how fast")
  RoomState state(@PathVariable PerformanceId performanceId, Access access) {
    access.permit(directory.performance(performanceId).organisationId());
    Room room = rooms.of(performanceId);
    if (room == null) {
      throw WaitingRoomEndpoint.none(performanceId);
    }
    View view = room.view();
    SeatFigures figures = view.figures();
    return new RoomState(
        performanceId,
        view.phase(),
        view.commitments().terms(),
        view.entrants(),
        view.visitors() - view.admitted().count(),
        view.admitted().count(),
        figures == null ? 0 : figures.used(),
        figures == null ? 0 : figures.placesLeft(),
        figures != null && figures.isSoldOut(),
        perMinute(view));
  }

  private static int perMinute(View view) {
    var rate = view.commitments().rate();
    var terms = view.commitments().terms();
    if (rate != null) {
      return rate.admissionsPerMinute();
    }
    return terms == null ? 0 : terms.admissionsPerSecond() * 60;
  }

  @PostMapping("/api/v1/performances/{performanceId}/waiting-room/beacon")
  @Operation(
      summary = "Tell the public random value that was named beforehand",
      description = "After the lobby has closed. The room opens as soon as it is known.")
  @ApiResponse(
      responseCode = "200",
      description = "Recorded",
      content = @Content(schema = @Schema(implementation = BeaconTold.class)))
  ResponseEntity<byte[]> readBeacon(
      @PathVariable PerformanceId performanceId,
      @RequestBody Sent<BeaconTold> sent,
      Exchange exchange) {
    PerformanceScheduled scheduled = directory.performance(performanceId);
    exchange.access().permit(scheduled.organisationId());
    return exchange
        .in(scheduled.organisationId())
        .with(sent)
        .submit(
            new ReadBeacon(performanceId, sent.value().value()),
            events -> Answers.ok(sent.value()));
  }
}
