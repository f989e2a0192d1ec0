package org.counterfoil.command.waitingroom;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.counterfoil.command.waitingroom.Doors.Joined;
import org.counterfoil.command.waitingroom.Room.View;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.domain.waitingroom.Seed;
import org.counterfoil.domain.waitingroom.VisitorId;
import org.counterfoil.domain.waitingroom.WaitingRoom.Phase;
import org.counterfoil.domain.waitingroom.WaitingRoomRejection;
import org.counterfoil.domain.waitingroom.WaitingRoomTerms;
import org.counterfoil.http.access.Access;
import org.counterfoil.http.problem.Problem;
import org.counterfoil.http.problem.ProblemCode;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Lets buyers into the waiting room, and tells each where they stand. */
@RestController
@Tag(name = "Waiting room")
final class WaitingRoomEndpoint {

  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

  private final Rooms rooms;
  private final Joining joining;
  private final WaitingRoomTokens tokens;
  private final Poll poll;
  private final Clock clock;
  private final JsonMapper json;

  WaitingRoomEndpoint(
      Rooms rooms,
      Joining joining,
      WaitingRoomTokens tokens,
      Poll poll,
      Clock clock,
      JsonMapper json) {
    this.rooms = rooms;
    this.joining = joining;
    this.tokens = tokens;
    this.poll = poll;
    this.clock = clock;
    this.json = json;
  }

  /**
   * A visitor comes in.
   *
   * @param nonceHash SHA-256 of a nonce of 32 random bytes made in the browser, in hexadecimal: the
   *     visitor's id
   * @param nonce the nonce itself, in hexadecimal; needed only by who was in the lobby and has lost
   *     the visitor token, because ids are public once the lobby has closed
   */
  record Join(
      @Schema(example = "7fce38c63fcf1dbb90f809bb4ecdb1458fed45780d367f3ab4032f3c73e5f86b")
          VisitorId nonceHash,
      @Nullable Seed nonce) {}

  /** What the visitor keeps. */
  record Visitor(String visitorToken) {}

  @PostMapping("/api/v1/performances/{performanceId}/waiting-room")
  @Operation(
      summary = "Come into the waiting room",
      description =
          "Repeating it with the same nonceHash gives the same visitor and the same place. 404"
              + " NO_WAITING_ROOM; 409 LOBBY_NOT_OPEN with Retry-After; 403 ACCESS_DENIED where"
              + " the lobby has closed, the id was in it, and the nonce is missing or another.")
  ResponseEntity<Visitor> join(@PathVariable PerformanceId performanceId, @RequestBody Join join) {
    refuseClosed(performanceId, view(performanceId));
    VisitorId visitor = join.nonceHash();
    Joined joined = joining.join(performanceId, visitor);
    boolean isProven = join.nonce() != null && join.nonce().hash().value().equals(visitor.value());
    if (joined == Joined.BEFORE_THE_DRAW && !isProven) {
      throw Problem.of(
              ProblemCode.ACCESS_DENIED,
              "Expected the nonce of this visitor, whose id is public by now, but it is missing or"
                  + " another")
          .exception();
    }
    return ResponseEntity.status(201).body(new Visitor(tokens.visitor(performanceId, visitor)));
  }

  private void refuseClosed(PerformanceId performanceId, View view) {
    WaitingRoomTerms terms = view.commitments().terms();
    if (terms == null) {
      throw none(performanceId);
    }
    if (view.isPurged()) {
      throw purged();
    }
    if (view.phase() == Phase.ANNOUNCED) {
      Duration left = Duration.between(clock.instant(), terms.lobbyOpensAt());
      throw Problem.refused(
              WaitingRoomRejection.LOBBY_NOT_OPEN,
              "Expected an open lobby, but it opens at " + terms.lobbyOpensAt())
          .withRetryAfter(left.compareTo(LONGEST_PAUSE) < 0 ? left : LONGEST_PAUSE)
          .exception();
    }
  }

  @GetMapping("/api/v1/performances/{performanceId}/waiting-room/me")
  @Operation(
      summary = "Where a visitor stands",
      description =
          "To be asked again after Retry-After seconds. Costs no access to the database."
              + " The admission token is to be sent with the hold, together with the visitor"
              + " token.")
  @Parameter(name = Admissions.VISITOR_TOKEN, in = ParameterIn.HEADER, required = true)
  @ApiResponse(
      responseCode = "200",
      description = "Where they stand",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON_VALUE,
              schema = @Schema(implementation = Poll.Answer.class)))
  ResponseEntity<byte[]> me(
      @PathVariable PerformanceId performanceId, HttpServletRequest request, Access access) {
    String token = request.getHeader(Admissions.VISITOR_TOKEN);
    if (token == null) {
      throw Problem.of(
              ProblemCode.UNAUTHENTICATED,
              "Expected the header " + Admissions.VISITOR_TOKEN + ", but it is missing")
          .exception();
    }
    Room room = rooms.of(performanceId);
    VisitorId visitor = tokens.readVisitor(performanceId, token);
    if (room == null) {
      throw none(performanceId);
    }
    if (visitor == null) {
      throw Problem.of(
              ProblemCode.ACCESS_DENIED,
              "Expected a visitor token of this performance, but it is none")
          .exception();
    }
    access.permitBecause("whoever has a visitor token asks about that visitor only");
    Instant now = clock.instant();
    Poll.Answer answer = poll.of(room, visitor, now);
    return ResponseEntity.ok()
        .header("Retry-After", Integer.toString(answer.pollAfterSeconds()))
        .contentType(MediaType.APPLICATION_JSON)
        .body(json.writeValueAsBytes(answer)); // whole and with its length: one packet
  }

  private View view(PerformanceId performanceId) {
    Room room = rooms.of(performanceId);
    if (room == null) {
      throw none(performanceId);
    }
    return room.view();
  }

  static RuntimeException purged() {
    return Problem.refused(
            WaitingRoomRejection.VISITORS_PURGED,
            "Expected a performance to come, but it is over and its visitors were purged")
        .exception();
  }

  static RuntimeException none(PerformanceId performanceId) {
    return Problem.refused(
            WaitingRoomRejection.NO_WAITING_ROOM,
            "Expected a performance with a waiting room, but " + performanceId + " has none")
        .exception();
  }
}
