package org.counterfoil.crowd.check;

import org.jspecify.annotations.Nullable;

/**
 * What is shown of a sale, against what its buyers hold (I3), and how soon it was shown. A delay is
 * from when the last buyer was told until it could be seen, in milliseconds; -1 where it never was.
 */
public final class FigureChecks {

  private static final long MOST_LAG_MILLIS = 1_000;

  private FigureChecks() {}

  /**
   * What is sold and held.
   *
   * @param grossMinor receipts, in minor units; 0 where they are not shown
   */
  public record Figures(long sold, long held, long grossMinor) {}

  /** Availability, as everybody sees it. */
  public static Checked availability(long sold, @Nullable Figures shown, long lagMillis) {
    Complaints complaints = new Complaints("FIGURES_RIGHT");
    compare(complaints, "availability", sold, shown, lagMillis);
    return complaints.result();
  }

  /** The dashboard, as the organiser sees it: to the cent. */
  public static Checked dashboard(
      long sold, long grossMinor, @Nullable Figures shown, long lagMillis) {
    Complaints complaints = new Complaints("DASHBOARD_RIGHT");
    compare(complaints, "the dashboard", sold, shown, lagMillis);
    complaints.expect(
        shown != null && shown.grossMinor() == grossMinor,
        "Expected receipts of %d on the dashboard, but it shows %s"
            .formatted(grossMinor, shown == null ? "nothing" : shown.grossMinor()));
    return complaints.result();
  }

  /** Ten times as many wishes as places must leave none. */
  public static Checked soldOut(long capacity, long sold) {
    Complaints complaints = new Complaints("SOLD_OUT");
    complaints.expect(
        sold == capacity,
        "Expected all %d places to be sold, but %d are".formatted(capacity, sold));
    return complaints.result();
  }

  private static void compare(
      Complaints complaints, String where, long sold, @Nullable Figures shown, long lagMillis) {
    complaints.expect(
        shown != null && shown.sold() == sold,
        "Expected %s to show %d sold, but it shows %s"
            .formatted(where, sold, shown == null ? "nothing" : shown.sold()));
    complaints.expect(
        shown != null && shown.held() == 0,
        "Expected %s to show nothing held at the end, but it shows %s"
            .formatted(where, shown == null ? "nothing at all" : shown.held()));
    complaints.expect(
        lagMillis >= 0 && lagMillis <= MOST_LAG_MILLIS,
        "Expected the last sale in %s within 1 s, but it took %d ms".formatted(where, lagMillis));
  }
}
