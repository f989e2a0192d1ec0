package org.counterfoil.domain.order;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.counterfoil.domain.order.OrderEvent.OrderPlaced;
import org.counterfoil.domain.pass.PassEvent;
import org.counterfoil.domain.pass.PassEvent.PassIssued;
import org.counterfoil.domain.pass.PassId;
import org.counterfoil.domain.pass.PassTerms;

/** Issues passes in one unit of work with what pays for them; each begins a stream of its own. */
final class IssuedPasses {

  private IssuedPasses() {}

  /** Those that an order sells that was just paid. Each has the id of its line. */
  static List<PassEvent> sold(OrderPlaced order, Instant now) {
    return order.lines().stream().flatMap(line -> issued(line, order, now)).toList();
  }

  private static Stream<PassEvent> issued(PricedLine line, OrderPlaced order, Instant now) {
    if (line.product() != LineProduct.PASS) {
      return Stream.empty();
    }
    PassTerms terms =
        Objects.requireNonNull(line.pass(), "Expected a pass to say what it is, but it does not");
    return Stream.of(
        new PassIssued(
            new PassId(line.lineId().value()),
            order.organisationId(),
            order.orderId(),
            terms,
            terms.uses(terms.uses()),
            terms.endOfOnePaidAt(now)));
  }
}
