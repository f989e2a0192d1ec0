package org.counterfoil.command.payment;

import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.counterfoil.command.exchange.Directory.OrderFacts;
import org.counterfoil.command.order.OrderParts.Returned;
import org.counterfoil.domain.Command;
import org.counterfoil.domain.order.JointOrderCommand.ReturnJointly;
import org.counterfoil.domain.order.LineId;
import org.counterfoil.domain.order.OrderCommand.ReturnCommand;
import org.counterfoil.domain.order.OrderPart;
import org.counterfoil.domain.seathold.TicketId;

/** What comes back of an order, by the performances that it is of: of several, all or nothing. */
record JointReturns(Map<OrderPart, Returned> byPart) {

  /** Of an order that stands alone. */
  static JointReturns alone(OrderFacts order, List<TicketId> tickets, List<LineId> lines) {
    OrderPart self = new OrderPart(order.orderId(), order.performanceId(), List.of());
    return new JointReturns(Map.of(self, new Returned(tickets, lines)));
  }

  boolean isOfSeveral() {
    return byPart.size() > 1;
  }

  Command command(BiFunction<OrderPart, Returned, ReturnCommand> returning) {
    List<ReturnCommand> commands =
        byPart.entrySet().stream()
            .map(each -> returning.apply(each.getKey(), each.getValue()))
            .toList();
    return isOfSeveral()
        ? new ReturnJointly(List.copyOf(byPart.keySet()), commands)
        : commands.getFirst();
  }
}
