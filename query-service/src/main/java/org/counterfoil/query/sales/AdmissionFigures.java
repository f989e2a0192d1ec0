package org.counterfoil.query.sales;

import java.util.List;

/**
 * Who came: what became of the scans at the doors of a performance.
 *
 * @param admitted tickets that were let in, each once
 * @param refused scans after which nobody was let in
 * @param contested scans after which a gate without a network let somebody in all the same
 * @param byGate gates by name, with the tickets that each let in
 * @param byReason why people were refused, the most frequent reason first
 */
public record AdmissionFigures(
    long admitted, long refused, long contested, List<ByGate> byGate, List<ByReason> byReason) {

  public AdmissionFigures {
    byGate = List.copyOf(byGate);
    byReason = List.copyOf(byReason);
  }

  /** A gate. */
  public record ByGate(String gate, long admitted) {}

  /** A reason, of refusals and contested admissions alike. */
  public record ByReason(String reason, long scans) {}
}
