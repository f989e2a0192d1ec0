package org.counterfoil.command.admission;

import java.time.Instant;
import java.util.List;
import org.counterfoil.command.exchange.Timetable;
import org.counterfoil.domain.PublicLabel;
import org.counterfoil.domain.admission.AdmissionDecider;
import org.counterfoil.domain.admission.AdmissionEvent;
import org.counterfoil.domain.admission.Admissions;
import org.counterfoil.domain.admission.Door;
import org.counterfoil.domain.performance.PerformanceEvent.PerformanceScheduled;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.domain.performance.Proof;
import org.counterfoil.eventstore.log.EventLog;
import org.counterfoil.eventstore.log.RecordedEvent;
import org.counterfoil.eventstore.ticket.TicketIndex;
import org.counterfoil.eventstore.ticket.TicketStanding;
import org.jspecify.annotations.Nullable;

/**
 * What a gate without a network needs to know: every ticket of a performance, and nobody's name.
 *
 * @param position of the log that it reflects at least
 * @param tickets by number
 */
record AdmissionList(
    PerformanceId performanceId,
    PublicLabel title,
    Instant startsAt,
    long position,
    List<ListedTicket> tickets) {

  /** How a ticket stands. */
  enum State {
    /** Its newest code is to be let in, once. */
    VALID,
    ADMITTED,
    VOID
  }

  /**
   * A ticket.
   *
   * @param issue of the only code that counts
   * @param transferredIssue its first code under its present holder, where that is another than who
   *     bought it: earlier ones are refused as TRANSFERRED, others as REISSUED
   * @param proof what is to be shown with it; missing for nothing
   */
  record ListedTicket(
      int ticketNumber,
      int issue,
      State state,
      @Nullable Integer transferredIssue,
      @Nullable Proof proof) {}

  static AdmissionList of(
      PerformanceScheduled performance, Timetable timetable, TicketIndex index, EventLog log) {
    long position = log.lastPosition();
    Door door = new Door(performance.organisationId(), performance.performanceId());
    Admissions admissions = new Admissions();
    AdmissionDecider decider = new AdmissionDecider();
    for (RecordedEvent recorded : log.readStream(door.streamId())) {
      decider.evolve(admissions, (AdmissionEvent) recorded.envelope().payload());
    }
    return new AdmissionList(
        performance.performanceId(),
        performance.title(),
        timetable.of(performance).startsAt(),
        position,
        index.of(performance.performanceId()).stream()
            .map(ticket -> listed(ticket, admissions))
            .toList());
  }

  private static ListedTicket listed(TicketStanding ticket, Admissions admissions) {
    State state = admissions.of(ticket.ticketNumber()) == null ? State.VALID : State.ADMITTED;
    return new ListedTicket(
        ticket.ticketNumber(),
        ticket.issue(),
        ticket.isVoid() ? State.VOID : state,
        ticket.isTransferred() ? ticket.transferredIssue() : null,
        ticket.proof());
  }
}
