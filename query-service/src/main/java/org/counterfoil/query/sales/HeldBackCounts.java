package org.counterfoil.query.sales;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.counterfoil.domain.heldback.FreedPlaces;
import org.counterfoil.domain.heldback.HeldBackEvent;
import org.counterfoil.domain.heldback.HeldBackEvent.AllotmentCascaded;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Counts places that leave general sale and come back to it, and shows their seats so. */
final class HeldBackCounts {

  static final String STEPS =
      """
      insert into held_back_step
      select * from jsonb_populate_recordset(null::held_back_step, cast(? as jsonb))
      """;

  /** One change of how many free places something keeps in a zone. */
  record Step(
      UUID heldBackId, UUID performanceId, String zone, long position, Instant at, long change) {}

  private final JdbcClient tables;

  HeldBackCounts(JdbcClient tables) {
    this.tables = tables;
  }

  /** Adds the places, or with a sign of -1 takes them away. */
  void add(HeldBackEvent event, List<FreedPlaces> places, int sign, Moment when) {
    UUID performance = event.performanceId().value();
    long all = 0;
    for (FreedPlaces part : places) {
      long change = (long) sign * part.quantity();
      all += change;
      tables
          .sql("update zone set held_back = held_back + ? where performance_id = ? and zone = ?")
          .params(change, performance, part.zone().value())
          .update();
      if (part.area() != null) {
        tables
            .sql("update area set held_back = held_back + ? where performance_id = ? and area = ?")
            .params(change, performance, part.area().value())
            .update();
      }
    }
    tables
        .sql("update performance set held_back = held_back + ? where performance_id = ?")
        .params(all, performance)
        .update();
    new JsonRows(tables).write(STEPS, steps(event.heldBackId().value(), event, places, sign, when));
    changed(performance, when);
  }

  /** Moves the places from one allotment to the next: no zone has more or fewer. */
  void move(AllotmentCascaded cascaded, Moment when) {
    List<Step> steps = new ArrayList<>();
    UUID next = cascaded.next().heldBackId().value();
    steps.addAll(steps(cascaded.heldBackId().value(), cascaded, cascaded.moved(), -1, when));
    steps.addAll(steps(next, cascaded, cascaded.moved(), 1, when));
    new JsonRows(tables).write(STEPS, steps);
    changed(cascaded.performanceId().value(), when);
  }

  private static List<Step> steps(
      UUID id, HeldBackEvent event, List<FreedPlaces> places, int sign, Moment when) {
    return places.stream()
        .map(
            part ->
                new Step(
                    id,
                    event.performanceId().value(),
                    part.zone().value(),
                    when.position(),
                    when.at(),
                    (long) sign * part.quantity()))
        .toList();
  }

  private void changed(UUID performance, Moment when) {
    tables
        .sql(
            """
            update performance set changed_position = ?, changed_at = ?
            where performance_id = ? and changed_position < ?
            """)
        .params(when.position(), Timestamp.from(when.at()), performance, when.position())
        .update();
  }

  /** Shows free seats as not for sale. */
  void showSeats(UUID performance, List<Integer> seats) {
    SeatStates states = states(performance);
    seats.forEach(seat -> states.set(seat, SeatState.NOT_FOR_SALE));
    write(performance, states);
  }

  /**
   * Seats that something kept are on general sale: those that are neither held nor sold show so.
   */
  void showFreeSeats(UUID performance, UUID heldBackId) {
    List<Integer> seats =
        tables
            .sql("delete from held_back_seat where held_back_id = ? returning seat")
            .param(heldBackId)
            .query(Integer.class)
            .list();
    SeatStates states = states(performance);
    for (int seat : seats) {
      if (states.get(seat) == SeatState.NOT_FOR_SALE) {
        states.set(seat, SeatState.FREE);
      }
    }
    write(performance, states);
  }

  private SeatStates states(UUID performance) {
    return new SeatStates(
        tables
            .sql("select states from seat_states where performance_id = ? for update")
            .param(performance)
            .query(byte[].class)
            .single());
  }

  private void write(UUID performance, SeatStates states) {
    tables
        .sql("update seat_states set states = ? where performance_id = ?")
        .params(states.bytes(), performance)
        .update();
  }
}
