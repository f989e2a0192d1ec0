package org.counterfoil.standalone.rehearsal;

import org.counterfoil.crowd.CrowdReport;
import org.counterfoil.crowd.check.Checked;
import org.counterfoil.crowd.check.Complaints;
import org.counterfoil.query.sales.PerformanceSales;

/** What the dashboard shows of a rehearsal, against what the buyers hold: to the cent (I3). */
final class DashboardAudit {

  private DashboardAudit() {}

  static Checked of(PerformanceSales shown, CrowdReport told) {
    Complaints complaints = new Complaints("DASHBOARD_RIGHT");
    complaints.expect(
        shown.takings().sold() == told.sold(),
        "Expected %d sold on the dashboard, but there are %d"
            .formatted(told.sold(), shown.takings().sold()));
    complaints.expect(
        shown.takings().grossMinor() == told.grossMinor(),
        "Expected receipts of %d on the dashboard, but they are %d"
            .formatted(told.grossMinor(), shown.takings().grossMinor()));
    complaints.expect(
        shown.held() == 0, "Expected nothing to be held, but %d are".formatted(shown.held()));
    return complaints.result();
  }
}
