package org.counterfoil.command.admission;

import java.time.Instant;
import java.util.Optional;
import org.counterfoil.command.code.TicketCode;
import org.counterfoil.command.code.TicketCodes;
import org.counterfoil.command.exchange.Directory;
import org.counterfoil.command.exchange.Timetable;
import org.counterfoil.domain.admission.Door;
import org.counterfoil.domain.admission.DoorHours;
import org.counterfoil.domain.admission.RefusalReason;
import org.counterfoil.domain.admission.ScannedTicket;
import org.counterfoil.domain.performance.PerformanceEvent.PerformanceScheduled;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.eventstore.ticket.TicketIndex;
import org.counterfoil.eventstore.ticket.TicketStanding;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finds out what a scanned text is: whether it is ours, of which ticket, and how that stands in the
 * log at this moment. A ticket that is voided or reissued afterwards is refused from then on.
 */
@Component
final class CodeReading {

  private final TicketCodes codes;
  private final TicketIndex index;
  private final Directory directory;
  private final Timetable timetable;

  CodeReading(TicketCodes codes, TicketIndex index, Directory directory, Timetable timetable) {
    this.codes = codes;
    this.index = index;
    this.directory = directory;
    this.timetable = timetable;
  }

  /** Whose code it is, where it is signed; for gates that do not say whose they are. */
  @Nullable PerformanceId performanceOf(String text) {
    return codes.read(text) instanceof TicketCodes.Genuine genuine
        ? genuine.code().performanceId()
        : null;
  }

  /**
   * Reads a code at a gate.
   *
   * @param at when it was scanned
   */
  ReadCode read(String text, Gate gate, Instant at) {
    return switch (codes.read(text)) {
      case TicketCodes.Unknown unknown -> unknown(gate);
      case TicketCodes.Forged forged -> ReadCode.unknown(gate.ownDoor(), RefusalReason.FORGED);
      case TicketCodes.Genuine genuine ->
          index
              .find(genuine.code().performanceId(), genuine.code().ticketNumber())
              .map(standing -> judge(standing, genuine.code().issue(), gate, at))
              .orElseGet(() -> unknown(gate));
      case TicketCodes.Typed typed ->
          gate.performances().stream()
              .map(performance -> typed(typed, performance, gate, at))
              .flatMap(Optional::stream)
              .findFirst()
              .orElseGet(() -> unknown(gate));
    };
  }

  private static ReadCode unknown(Gate gate) {
    return ReadCode.unknown(gate.ownDoor(), RefusalReason.UNKNOWN_CODE);
  }

  /** What is typed tells the number; the performance is the gate's, the issue is any so far. */
  private Optional<ReadCode> typed(
      TicketCodes.Typed typed, PerformanceId performance, Gate gate, Instant at) {
    Optional<TicketStanding> standing = index.find(performance, typed.ticketNumber());
    if (standing.isEmpty()) {
      return Optional.empty();
    }
    for (int issue = standing.get().issue(); issue >= 0; issue--) {
      if (codes.isTyped(typed.text(), new TicketCode(performance, typed.ticketNumber(), issue))) {
        return Optional.of(judge(standing.get(), issue, gate, at));
      }
    }
    return Optional.empty();
  }

  private ReadCode judge(TicketStanding standing, int issue, Gate gate, Instant at) {
    PerformanceScheduled performance = directory.performance(standing.performanceId());
    boolean isStrange = !performance.organisationId().equals(gate.organisationId());
    if (isStrange || issue > standing.issue()) {
      return unknown(gate);
    }
    boolean isHere =
        !gate.namesPerformances() || gate.performances().contains(standing.performanceId());
    Door door = isHere ? new Door(gate.organisationId(), standing.performanceId()) : gate.ownDoor();
    ScannedTicket ticket =
        new ScannedTicket(
            standing.ticketId(), standing.performanceId(), standing.ticketNumber(), issue);
    RefusalReason refusal =
        isHere ? refusal(standing, issue, performance, gate, at) : RefusalReason.WRONG_PERFORMANCE;
    return new ReadCode(door, ticket, standing, refusal);
  }

  private @Nullable RefusalReason refusal(
      TicketStanding standing, int issue, PerformanceScheduled performance, Gate gate, Instant at) {
    if (performance.isTraining()) {
      return RefusalReason.TRAINING;
    }
    if (standing.isVoid()) {
      return RefusalReason.VOIDED;
    }
    if (issue < standing.transferredIssue()) {
      return RefusalReason.TRANSFERRED;
    }
    if (issue < standing.issue()) {
      return RefusalReason.REISSUED;
    }
    if (gate.namesPerformances()) {
      return null;
    }
    Timetable.Times times = timetable.of(performance);
    return DoorHours.refusal(times.startsAt(), times.endsAt(), at);
  }
}
