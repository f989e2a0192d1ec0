package org.counterfoil.query.given;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.counterfoil.domain.admission.AdmissionCommand.RecordScans;
import org.counterfoil.domain.admission.Door;
import org.counterfoil.domain.admission.GateName;
import org.counterfoil.domain.admission.RefusalReason;
import org.counterfoil.domain.admission.Scan;
import org.counterfoil.domain.admission.ScanId;
import org.counterfoil.domain.admission.ScanReport;
import org.counterfoil.domain.admission.ScanReport.OfflineDecision;
import org.counterfoil.domain.admission.ScannedTicket;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.domain.seathold.TicketId;
import org.jspecify.annotations.Nullable;

/** Gates that scan whatever they are shown, with a network or without, by chance. */
final class AdmittingByChance {

  private final BoxOffice office;
  private final Random random;

  AdmittingByChance(BoxOffice office, Random random) {
    this.office = office;
    this.random = random;
  }

  void act(PerformanceId performance) {
    int sold = office.seats(performance).inventory().lastTicketNumber();
    Door door =
        new Door(
            office.seats(performance).performance().organisation(),
            random.nextInt(12) == 0 ? null : performance);
    List<ScanReport> reports = new ArrayList<>();
    for (int count = random.nextInt(4); count >= 0; count--) {
      reports.add(report(performance, door.performanceId() == null ? 0 : sold));
    }
    office.decide(new RecordScans(door, reports));
  }

  private ScanReport report(PerformanceId performance, int sold) {
    boolean isOffline = random.nextInt(3) == 0;
    Scan scan =
        new Scan(
            new ScanId(office.id()),
            new GateName("GATE-" + random.nextInt(3)),
            office.now().minusSeconds(isOffline ? random.nextInt(600) : 0),
            isOffline);
    @Nullable OfflineDecision offline = isOffline ? OfflineDecision.LET_IN : null;
    if (sold == 0 || random.nextInt(5) == 0) {
      return new ScanReport(scan, null, RefusalReason.UNKNOWN_CODE, offline);
    }
    int number = 1 + random.nextInt(sold);
    return new ScanReport(
        scan,
        new ScannedTicket(new TicketId(office.id()), performance, number, 0),
        random.nextInt(8) == 0 ? RefusalReason.REISSUED : null,
        offline);
  }
}
