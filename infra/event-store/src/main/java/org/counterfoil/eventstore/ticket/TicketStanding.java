package org.counterfoil.eventstore.ticket;

import org.counterfoil.domain.OrderId;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.domain.performance.Proof;
import org.counterfoil.domain.seathold.TicketId;
import org.jspecify.annotations.Nullable;

/**
 * A ticket that was issued, as it stands.
 *
 * @param ticketNumber in its performance
 * @param soldPosition of the event that issued it
 * @param issue how often it was reissued or transferred: which of its codes counts
 * @param isVoid whether it admits nobody any more
 * @param proof what is to be shown with it; missing for nothing
 * @param transferredIssue its first code under its present holder; 0 for who bought it
 */
public record TicketStanding(
    TicketId ticketId,
    PerformanceId performanceId,
    int ticketNumber,
    OrderId orderId,
    long soldPosition,
    int issue,
    boolean isVoid,
    @Nullable Proof proof,
    int transferredIssue) {

  /** Whether it has another holder than who bought it. */
  public boolean isTransferred() {
    return transferredIssue > 0;
  }
}
