package org.counterfoil.command.waitingroom;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import org.counterfoil.command.exchange.Directory;
import org.counterfoil.command.waitingroom.Room.View;
import org.counterfoil.domain.PublicLabel;
import org.counterfoil.domain.performance.PerformanceEvent.PerformanceScheduled;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.domain.waitingroom.BeaconValue;
import org.counterfoil.domain.waitingroom.Draw;
import org.counterfoil.domain.waitingroom.DrawHash;
import org.counterfoil.domain.waitingroom.Entrants;
import org.counterfoil.domain.waitingroom.VisitorId;
import org.counterfoil.domain.waitingroom.WaitingRoom;
import org.counterfoil.domain.waitingroom.WaitingRoom.Phase;
import org.counterfoil.domain.waitingroom.WaitingRoomRejection;
import org.counterfoil.http.position.Page;
import org.counterfoil.http.position.PageRequest;
import org.counterfoil.http.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Publishes what the draw commits to, as soon as it does: for everybody, from memory. */
@RestController
@Tag(name = "Waiting room")
final class DrawEndpoint {

  private final Rooms rooms;
  private final Directory directory;

  DrawEndpoint(Rooms rooms, Directory directory) {
    this.rooms = rooms;
    this.directory = directory;
  }

  /**
   * The public random value that is mixed in.
   *
   * @param source named before the lobby opened
   * @param value missing until it is known
   */
  record Beacon(PublicLabel source, @Nullable BeaconValue value) {}

  /**
   * Everything by which the draw can be computed again.
   *
   * @param seedHash from when the lobby opens
   * @param entrants how many are in the lobby, or were when it closed
   * @param listHash from when the lobby closes
   * @param seed from when the room opens
   * @param visitorIds who was in the lobby, in ascending order, one page; from when it closes
   */
  record PublishedDraw(
      PublicLabel title,
      PublicLabel venueName,
      Instant startsAt,
      ZoneId timeZone,
      String algorithm,
      Phase phase,
      @Nullable Instant lobbyOpensAt,
      @Nullable Instant opensAt,
      @Nullable DrawHash seedHash,
      int entrants,
      @Nullable DrawHash listHash,
      @Nullable String seed,
      @Nullable Beacon beacon,
      List<VisitorId> visitorIds,
      @Nullable String nextCursor) {}

  @GetMapping("/api/v1/performances/{performanceId}/waiting-room/draw")
  @Operation(
      summary = "The draw, for those who compute it again",
      description = "Hash of the seed first, hash of the list at the closing, seed at the opening.")
  PublishedDraw draw(@PathVariable PerformanceId performanceId, PageRequest page) {
    View view = view(performanceId);
    WaitingRoom.Copy known = view.commitments();
    Page<VisitorId> ids = page(view.list(), page);
    var terms = known.terms();
    PerformanceScheduled performance = directory.performance(performanceId);
    return new PublishedDraw(
        performance.title(),
        performance.venueName(),
        performance.startsAt(),
        performance.timeZone(),
        Draw.ALGORITHM,
        view.phase(),
        terms == null ? null : terms.lobbyOpensAt(),
        terms == null ? null : terms.opensAt(),
        known.lobbyOpened() == null ? null : known.lobbyOpened().seedHash(),
        view.entrants(),
        known.lobbyClosed() == null ? null : known.lobbyClosed().listHash(),
        known.opened() == null ? null : known.opened().seed().value(),
        beacon(known),
        ids.items(),
        ids.nextCursor());
  }

  private static @Nullable Beacon beacon(WaitingRoom.Copy known) {
    var terms = known.terms();
    PublicLabel source = terms == null ? null : terms.beacon();
    return source == null
        ? null
        : new Beacon(source, known.beaconRead() == null ? null : known.beaconRead().value());
  }

  private static Page<VisitorId> page(@Nullable Entrants list, PageRequest page) {
    if (list == null) {
      return new Page<>(List.of(), null);
    }
    String after = page.after();
    int first = after == null ? 0 : list.indexOf(new VisitorId(after)) + 1;
    int end = Math.min(list.count(), first + page.fetch());
    return page.page(IntStream.range(first, end).mapToObj(list::at).toList(), VisitorId::value);
  }

  @GetMapping(
      path = "/api/v1/performances/{performanceId}/waiting-room/draw/visitors",
      produces = "text/plain")
  @Operation(
      summary = "The whole list of entrants, one id a line, in ascending order",
      description =
          "From when the lobby closes; it never changes again. 410 VISITORS_PURGED some time after"
              + " the performance.")
  @ApiResponse(
      responseCode = "200",
      description = "All ids",
      content = @Content(mediaType = "text/plain", schema = @Schema(implementation = String.class)))
  void visitors(@PathVariable PerformanceId performanceId, HttpServletResponse response)
      throws IOException {
    View view = view(performanceId);
    if (view.isPurged()) {
      throw WaitingRoomEndpoint.purged();
    }
    Entrants list = view.list();
    if (list == null) {
      throw Problem.refused(
              WaitingRoomRejection.LOBBY_NOT_CLOSED,
              "Expected the lobby to be closed, but visitors may still come in")
          .exception();
    }
    response.setContentType("text/plain;charset=US-ASCII");
    response.setHeader("Cache-Control", "public, max-age=3600");
    try (OutputStream out = new BufferedOutputStream(response.getOutputStream(), 1 << 16)) {
      for (int index = 0; index < list.count(); index++) {
        out.write(list.at(index).value().getBytes(StandardCharsets.US_ASCII));
        out.write('\n');
      }
    }
  }

  private View view(PerformanceId performanceId) {
    Room room = rooms.of(performanceId);
    if (room == null) {
      throw WaitingRoomEndpoint.none(performanceId);
    }
    return room.view();
  }
}
