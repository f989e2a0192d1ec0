package org.counterfoil.eventstore.check;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.counterfoil.domain.OrderId;
import org.counterfoil.domain.order.OrderEvent.OrderJoined;
import org.counterfoil.domain.order.OrderEvent.OrderPlaced;
import org.counterfoil.domain.order.OrderPart;

/** Orders over several performances: what happens to one part happens to all. */
final class JointBooks {

  private final Findings findings;
  private final Map<OrderId, Instant> ends = new HashMap<>();
  private final Map<OrderId, List<OrderPart>> joined = new HashMap<>();
  private final Set<OrderId> completed = new HashSet<>();

  JointBooks(Findings findings) {
    this.findings = findings;
  }

  void place(OrderPlaced placed) {
    ends.put(placed.orderId(), placed.payBefore());
  }

  void join(OrderJoined event) {
    findings.require(
        joined.put(event.orderId(), event.parts()) == null
            && event.parts().stream()
                .anyMatch(
                    part ->
                        part.orderId().equals(event.orderId())
                            && part.performanceId().equals(event.performanceId())),
        Invariant.JOINT_ALL_OR_NONE,
        () -> "Expected %s to be joined once, as one of its parts".formatted(event.orderId()));
  }

  void complete(OrderId order) {
    completed.add(order);
  }

  /**
   * Looks, at the end, whether the parts stand alike. Those of a performance that was not looked at
   * are not known, and nothing is said about them.
   */
  void close() {
    for (Map.Entry<OrderId, List<OrderPart>> each : joined.entrySet()) {
      List<OrderId> known = new ArrayList<>();
      for (OrderPart part : each.getValue()) {
        if (ends.containsKey(part.orderId())) {
          known.add(part.orderId());
        }
      }
      long sold = known.stream().filter(completed::contains).count();
      Set<Instant> payBefore = known.stream().map(ends::get).collect(Collectors.toSet());
      boolean areJoined =
          known.stream().allMatch(order -> each.getValue().equals(joined.get(order)));
      findings.require(
          areJoined && payBefore.size() == 1 && (sold == 0 || sold == known.size()),
          Invariant.JOINT_ALL_OR_NONE,
          () ->
              "Expected all parts of joint order %s alike, but %d of %d are sold, to be paid before %s"
                  .formatted(each.getValue().getFirst().orderId(), sold, known.size(), payBefore));
    }
  }
}
