package org.counterfoil.domain.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.counterfoil.domain.Given.ALWAYS;
import static org.counterfoil.domain.Theatre.NOW;
import static org.counterfoil.domain.Theatre.PERFORMANCE;
import static org.counterfoil.domain.Theatre.WEB;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.counterfoil.domain.DecisionTable;
import org.counterfoil.domain.Desk;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.Theatre;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.performance.PerformanceCommand.CancelPerformance;
import org.counterfoil.domain.performance.PerformanceCommand.ChangePriceList;
import org.counterfoil.domain.performance.PerformanceCommand.CompletePerformance;
import org.counterfoil.domain.performance.PerformanceCommand.ReleaseAccessiblePlaces;
import org.counterfoil.domain.performance.PerformanceCommand.ReschedulePerformance;
import org.counterfoil.domain.performance.PerformanceCommand.SetAgents;
import org.counterfoil.domain.performance.PerformanceCommand.SetOnsale;
import org.counterfoil.domain.performance.PerformanceCommand.SettleCancellation;
import org.counterfoil.domain.performance.PerformanceEvent.CancellationSettled;
import org.counterfoil.domain.performance.PerformanceEvent.PerformanceCancelled;
import org.counterfoil.domain.performance.PerformanceEvent.PerformanceCompleted;
import org.counterfoil.domain.performance.PerformanceEvent.PerformanceRescheduled;
import org.junit.jupiter.api.Test;

/** Walks {@code performance-ending.table}: every command at every stage of a performance. */
class PerformanceEndingTableTest {

  private static final Instant TOMORROW = NOW.plusSeconds(86_400);

  private final DecisionTable table =
      DecisionTable.read(PerformanceEndingTableTest.class, "performance-ending.table");

  @Test
  void everyCellIsAnsweredAsTheTableSays() {
    DecisionTable.Walk walk = table.walk(columns(), PerformanceEndingTableTest::decide);

    System.out.println(
        "performance-ending.table: " + walk.rows() + " rows, " + walk.cells() + " cells");
    assertThat(walk.faults()).isEmpty();
    assertThat(walk.cells()).isGreaterThan(200);
  }

  @Test
  void aCommandThatForgetsThatItWasCancelledIsAFault() {
    DecisionTable.Walk walk =
        table.walk(
            columns(),
            cell -> {
              String answer = decide(cell);
              return answer.equals("PERFORMANCE_CANCELLED") ? "PerformanceCompleted" : answer;
            });

    assertThat(walk.faults()).isNotEmpty().allMatch(fault -> fault.contains("_CANCELLED"));
  }

  private static Map<String, Set<String>> columns() {
    Map<String, Set<String>> columns = new LinkedHashMap<>();
    Set<String> commands = DecisionTable.recordsOf(PerformanceCommand.class);
    commands.remove("SchedulePerformance"); // of one that is not there yet
    columns.put("command", commands);
    columns.put("stage", DecisionTable.constantsOf(StageCase.class));
    columns.put("by", Set.of("somebody", "itself"));
    columns.put("time", DecisionTable.constantsOf(TimeCase.class));
    return columns;
  }

  private enum StageCase {
    UNKNOWN,
    COMING,
    OVER,
    PUT_OFF,
    COMPLETED,
    CANCELLED,
    SETTLED
  }

  private enum TimeCase {
    AS_IT_IS,
    LATER,
    PAST,
    BACKWARDS,
    FAR_AWAY
  }

  private static String decide(Map<String, String> cell) {
    StageCase stage = StageCase.valueOf(constant(cell.get("stage")));
    TimeCase time = TimeCase.valueOf(constant(cell.get("time")));
    boolean isAutomatic = cell.get("by").equals("itself");
    Desk desk = Desk.after(given(stage));
    return DecisionTable.answer(
        desk.decide(command(cell.get("command"), isAutomatic, time, desk), NOW));
  }

  private static String constant(String value) {
    return value.toUpperCase(Locale.ROOT).replace(' ', '_');
  }

  private static List<Event> given(StageCase stage) {
    List<Event> events = new ArrayList<>();
    if (stage != StageCase.UNKNOWN) {
      boolean isOver = stage == StageCase.OVER || stage == StageCase.PUT_OFF;
      events.add(Theatre.scheduled(isOver ? NOW : TOMORROW, SaleRules.DEFAULT));
    }
    Event cancelled = new PerformanceCancelled(PERFORMANCE, CancellationReason.STRIKE, true, null);
    switch (stage) {
      case UNKNOWN, COMING, OVER -> {}
      case PUT_OFF ->
          events.add(
              new PerformanceRescheduled(PERFORMANCE, TOMORROW.minusSeconds(7200), TOMORROW));
      case COMPLETED -> events.add(new PerformanceCompleted(PERFORMANCE));
      case CANCELLED -> events.add(cancelled);
      case SETTLED -> {
        events.add(cancelled);
        events.add(new CancellationSettled(PERFORMANCE));
      }
    }
    return events;
  }

  private static PerformanceCommand command(
      String name, boolean isAutomatic, TimeCase time, Desk desk) {
    return switch (name) {
      case "CompletePerformance" -> new CompletePerformance(PERFORMANCE, isAutomatic);
      case "CancelPerformance" ->
          new CancelPerformance(
              PERFORMANCE,
              CancellationReason.STRIKE,
              true,
              time == TimeCase.FAR_AWAY ? Instant.MAX : null);
      case "SettleCancellation" -> new SettleCancellation(PERFORMANCE);
      case "ReschedulePerformance" -> reschedule(time, desk);
      case "ChangePriceList" -> new ChangePriceList(PERFORMANCE, Theatre.prices());
      case "SetOnsale" -> new SetOnsale(PERFORMANCE, ALWAYS, List.of());
      case "SetAgents" ->
          new SetAgents(
              PERFORMANCE, List.of(new SalesAgent(WEB, new OrganisationId(Theatre.id(77)))));
      case "ReleaseAccessiblePlaces" -> new ReleaseAccessiblePlaces(PERFORMANCE);
      default -> throw new AssertionError("Expected a command with a table, but it is " + name);
    };
  }

  private static ReschedulePerformance reschedule(TimeCase time, Desk desk) {
    Instant now = desk.performance().exists() ? desk.performance().startsAt() : TOMORROW;
    return switch (time) {
      case AS_IT_IS -> new ReschedulePerformance(PERFORMANCE, now, null);
      case LATER -> new ReschedulePerformance(PERFORMANCE, TOMORROW.plusSeconds(1), null);
      case PAST -> new ReschedulePerformance(PERFORMANCE, NOW, null);
      case BACKWARDS -> new ReschedulePerformance(PERFORMANCE, TOMORROW, TOMORROW);
      case FAR_AWAY -> new ReschedulePerformance(PERFORMANCE, TOMORROW, Instant.MAX);
    };
  }
}
