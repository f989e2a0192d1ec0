package org.counterfoil.domain.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.counterfoil.domain.Theatre.NOW;
import static org.counterfoil.domain.Theatre.ORGANISATION;
import static org.counterfoil.domain.Theatre.PERFORMANCE;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.counterfoil.domain.Decision;
import org.counterfoil.domain.DecisionTable;
import org.counterfoil.domain.Given;
import org.counterfoil.domain.Theatre;
import org.counterfoil.domain.admission.AdmissionCommand.RecordScans;
import org.counterfoil.domain.admission.AdmissionEvent.AdmissionContested;
import org.counterfoil.domain.admission.AdmissionEvent.AdmissionRefused;
import org.counterfoil.domain.admission.AdmissionEvent.TicketAdmitted;
import org.counterfoil.domain.admission.ScanReport.OfflineDecision;
import org.counterfoil.domain.performance.PerformanceId;
import org.junit.jupiter.api.Test;

/** Walks {@code admission.table}, and lets many scans in at once. */
class AdmissionTableTest {

  private static final Door DOOR = new Door(ORGANISATION, PERFORMANCE);
  private static final GateName EAST = new GateName("EAST");

  private final AdmissionDecider decider = new AdmissionDecider();

  @Test
  void everyCellIsAnsweredAsTheTableSays() {
    DecisionTable table = DecisionTable.read(AdmissionTableTest.class, "admission.table");
    Map<String, Set<String>> columns = new LinkedHashMap<>();
    columns.put("command", DecisionTable.recordsOf(AdmissionCommand.class));
    columns.put("gate", Set.of("asks", "let in", "refused"));
    columns.put("ticket", Set.of("none", "fine", "refusable"));
    columns.put("earlier", Set.of("yes", "no"));
    columns.put("scan", Set.of("new", "known"));

    DecisionTable.Walk walk = table.walk(columns, this::decide);

    assertThat(walk.faults()).isEmpty();
    assertThat(walk.cells()).isEqualTo(36);
  }

  private String decide(Map<String, String> cell) {
    Admissions state = new Admissions();
    if (cell.get("earlier").equals("yes")) {
      decider.evolve(state, new TicketAdmitted(DOOR, scan(1, false), ticket(7)));
    }
    if (cell.get("scan").equals("known")) {
      decider.evolve(
          state,
          new AdmissionRefused(DOOR, scan(2, false), RefusalReason.UNKNOWN_CODE, null, null));
    }
    OfflineDecision offline =
        switch (cell.get("gate")) {
          case "let in" -> OfflineDecision.LET_IN;
          case "refused" -> new OfflineDecision(RefusalReason.FORGED);
          default -> null;
        };
    RefusalReason refusal =
        switch (cell.get("ticket")) {
          case "none" -> RefusalReason.UNKNOWN_CODE;
          case "refusable" -> RefusalReason.VOIDED;
          default -> null;
        };
    ScannedTicket ticket = cell.get("ticket").equals("none") ? null : ticket(7);
    ScanReport report = new ScanReport(scan(2, offline != null), ticket, refusal, offline);
    return DecisionTable.answer(decider.decide(new RecordScans(DOOR, List.of(report)), state, NOW));
  }

  private static Scan scan(int n, boolean isOffline) {
    return new Scan(new ScanId(Theatre.id(900 + n)), EAST, NOW.plusSeconds(n), isOffline);
  }

  private static ScannedTicket ticket(int number) {
    return new ScannedTicket(Given.ticket(number), PERFORMANCE, number, 0);
  }

  private List<AdmissionEvent> events(Admissions state, ScanReport... reports) {
    return switch (decider.decide(new RecordScans(DOOR, List.of(reports)), state, NOW)) {
      case Decision.Accepted<AdmissionEvent> accepted -> accepted.events();
      case Decision.Rejected<AdmissionEvent> known -> List.of();
    };
  }

  private static ScanReport letIn(int scan, int ticket) {
    return new ScanReport(scan(scan, true), ticket(ticket), null, OfflineDecision.LET_IN);
  }

  @Test
  void whereTwoGatesLetTheSameTicketIn_theFirstReportCounts_andTheOtherNamesIt() {
    List<AdmissionEvent> events = events(new Admissions(), letIn(1, 7), letIn(2, 7), letIn(1, 7));

    EarlierAdmission first = EarlierAdmission.of(scan(1, true));
    assertThat(events)
        .containsExactly(
            new TicketAdmitted(DOOR, scan(1, true), ticket(7)),
            new AdmissionContested(
                DOOR, scan(2, true), RefusalReason.ALREADY_ADMITTED, ticket(7), first));
  }

  @Test
  void whatIsWrongWithTheTicketIsToldBeforeThatItWasLetIn() {
    Admissions state = new Admissions();
    decider.evolve(state, new TicketAdmitted(DOOR, scan(1, false), ticket(7)));
    ScanReport old = new ScanReport(scan(2, false), ticket(7), RefusalReason.REISSUED, null);

    assertThat(events(state, old))
        .containsExactly(
            new AdmissionRefused(
                DOOR,
                scan(2, false),
                RefusalReason.REISSUED,
                ticket(7),
                EarlierAdmission.of(scan(1, false))));
  }

  /** Random reports, some repeated: one admission for each ticket, one event for each scan. */
  @Test
  void everyTicketIsLetInOnce_andEveryScanIsCountedOnce() {
    long seed = 20_261_127;
    Random random = new Random(seed);
    Admissions state = new Admissions();
    int admitted = 0;
    int recorded = 0;
    for (int round = 0; round < 200; round++) {
      ScanReport[] reports =
          IntStream.range(0, 10)
              .map(i -> random.nextInt(500))
              .mapToObj(scan -> letIn(scan, 1 + scan % 40))
              .toArray(ScanReport[]::new);
      List<AdmissionEvent> events = events(state, reports);
      events.forEach(event -> decider.evolve(state, event));
      recorded += events.size();
      admitted += (int) events.stream().filter(TicketAdmitted.class::isInstance).count();
    }

    assertThat(admitted).as("seed %d", seed).isEqualTo(state.count()).isEqualTo(40);
    assertThat(recorded).as("seed %d", seed).isEqualTo(state.scans.size());
  }

  @Test
  void doorsHaveStreamsOfTheirOwn() {
    PerformanceId other = new PerformanceId(Theatre.id(77));

    assertThat(
            Stream.of(DOOR, new Door(ORGANISATION, other), new Door(ORGANISATION, null))
                .map(Door::streamId))
        .doesNotHaveDuplicates()
        .doesNotContain(PERFORMANCE.value(), ORGANISATION.value());
  }

  @Test
  void aReportSaysEnough() {
    assertThatThrownBy(() -> new ScanReport(scan(1, false), null, null, null))
        .hasMessageContaining("a ticket or a refusal");
    assertThatThrownBy(() -> new ScanReport(scan(1, true), ticket(1), null, null))
        .hasMessageContaining("own decision");
  }
}
