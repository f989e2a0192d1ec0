package org.counterfoil.command.order;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.counterfoil.command.exchange.Answers;
import org.counterfoil.command.exchange.Directory;
import org.counterfoil.command.exchange.Directory.OrderFacts;
import org.counterfoil.command.exchange.Exchange;
import org.counterfoil.domain.OrderId;
import org.counterfoil.domain.order.JointOrderCommand.SellJointOnAccount;
import org.counterfoil.domain.order.OrderCommand.SellOnAccount;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Issues tickets on account: to schools and parties that pay later, in one. */
@RestController
@Tag(name = "Selling")
final class AccountEndpoint {

  private final Directory directory;

  AccountEndpoint(Directory directory) {
    this.directory = directory;
  }

  /**
   * An order whose tickets are issued and not paid.
   *
   * @param tickets those that were issued by this; none where they were before
   */
  record OnAccount(OrderId orderId, List<TicketAnswer> tickets) {}

  @PostMapping("/api/v1/orders/{orderId}/account")
  @Operation(
      summary = "Issue the tickets of an order that will be paid later",
      description =
          "The buyer owes for them; their tax is due when they are paid, in one. Tickets that come"
              + " back before that are taken off what is owed. Repeating it changes nothing."
              + " 409 ORDER_PARTLY_PAID, ORDER_COMPLETED; 410 ORDER_LAPSED.")
  @ApiResponse(
      responseCode = "200",
      description = "On account",
      content = @Content(schema = @Schema(implementation = OnAccount.class)))
  ResponseEntity<byte[]> putOnAccount(@PathVariable OrderId orderId, Exchange exchange) {
    OrderFacts order = directory.order(orderId);
    exchange.access().permit(order.organisationId());
    boolean isTraining = directory.isTraining(order.performanceId());
    return exchange
        .in(order.organisationId())
        .submit(
            order.isJoint()
                ? new SellJointOnAccount(order.parts())
                : new SellOnAccount(orderId, order.performanceId()),
            events ->
                Answers.ok(new OnAccount(orderId, TicketAnswer.issuedBy(events, isTraining))));
  }
}
