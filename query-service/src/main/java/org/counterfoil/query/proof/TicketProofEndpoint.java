package org.counterfoil.query.proof;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.counterfoil.domain.OrderId;
import org.counterfoil.domain.order.OrderEvent.OrderJoined;
import org.counterfoil.domain.seathold.TicketId;
import org.counterfoil.eventstore.integrity.checkpoint.Checkpoints;
import org.counterfoil.eventstore.integrity.checkpoint.SignedCheckpoint;
import org.counterfoil.eventstore.integrity.proof.LogProofs;
import org.counterfoil.eventstore.integrity.proof.TicketProof;
import org.counterfoil.eventstore.log.EventLog;
import org.counterfoil.http.access.Access;
import org.counterfoil.http.position.MinPosition;
import org.counterfoil.http.position.Positions;
import org.counterfoil.http.problem.Problem;
import org.counterfoil.http.problem.ProblemCode;
import org.counterfoil.http.problem.ProblemException;
import org.counterfoil.query.proof.TicketSales.TicketSale;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The proof of a ticket's sale, which can be checked for ever without asking anybody. */
@RestController
@Tag(name = "Proof")
class TicketProofEndpoint {

  /** How many events of an order's stream may tell how it was placed. */
  private static final int PLACING = 2;

  private final TicketSales sales;
  private final EventLog log;
  private final LogProofs proofs;
  private final Checkpoints checkpoints;

  TicketProofEndpoint(TicketSales sales, EventLog log, LogProofs proofs, Checkpoints checkpoints) {
    this.sales = sales;
    this.log = log;
    this.proofs = proofs;
    this.checkpoints = checkpoints;
  }

  @GetMapping("/api/v1/tickets/{ticketId}/proof")
  @Operation(
      summary = "One bundle that proves offline that a ticket was sold",
      description =
          "The event that sold it, its position, the way from it to the root of a signed"
              + " checkpoint, and the checkpoint. For the order's secret or a role. The public key"
              + " is to be had by another way.")
  ResponseEntity<TicketProof> proof(
      @PathVariable TicketId ticketId, MinPosition minPosition, Access access) {
    TicketSale sale = sales.saleOf(ticketId, minPosition).orElseThrow(() -> unknown(ticketId));
    access.permitOrder(knownId(sale.orderId()), sale::organisation);
    SignedCheckpoint checkpoint =
        checkpoints.latestCovering(sale.position()).orElseThrow(TicketProofEndpoint::notYet);
    return ResponseEntity.ok()
        .header(Positions.POSITION, Long.toString(sale.reached()))
        .body(
            TicketProof.of(
                ticketId.value(),
                sale.position(),
                log.read(sale.position() - 1, 1).getFirst().entry(),
                proofs.inclusion(sale.position(), checkpoint.checkpoint().size()),
                checkpoint,
                checkpoints.keys()));
  }

  /** The order whose secret the buyer has: the joint one, where it is a part. */
  private OrderId knownId(OrderId order) {
    return log.readStream(order.value(), 0, PLACING).stream()
        .map(recorded -> recorded.envelope().payload())
        .filter(OrderJoined.class::isInstance)
        .map(event -> ((OrderJoined) event).parts().getFirst().orderId())
        .findFirst()
        .orElse(order);
  }

  private static ProblemException unknown(TicketId ticketId) {
    return Problem.refused(
            ProofRejection.UNKNOWN_TICKET,
            "Expected a ticket that was sold, but there is none with id " + ticketId)
        .exception();
  }

  private static ProblemException notYet() {
    return Problem.of(
            ProblemCode.POSITION_NOT_REACHED,
            "Expected the sale to be signed for, but it is not yet; that takes a few seconds")
        .exception();
  }
}
