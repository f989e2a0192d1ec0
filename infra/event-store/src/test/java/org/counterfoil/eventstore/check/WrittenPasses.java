package org.counterfoil.eventstore.check;

import static org.counterfoil.eventstore.check.WrittenNames.EUR;
import static org.counterfoil.eventstore.check.WrittenNames.FOUR;
import static org.counterfoil.eventstore.check.WrittenNames.PERFORMANCE;
import static org.counterfoil.eventstore.check.WrittenNames.THEATRE;
import static org.counterfoil.eventstore.check.WrittenNames.WEB;
import static org.counterfoil.eventstore.check.WrittenNames.id;
import static org.counterfoil.eventstore.check.WrittenNames.order;
import static org.counterfoil.eventstore.check.WrittenNames.payment;

import java.util.List;
import org.counterfoil.domain.money.PaymentMethod;
import org.counterfoil.domain.order.LineId;
import org.counterfoil.domain.order.LineProduct;
import org.counterfoil.domain.order.OrderEvent;
import org.counterfoil.domain.order.PricedLine;
import org.counterfoil.domain.order.ProviderName;
import org.counterfoil.domain.order.RefundId;
import org.counterfoil.domain.order.RefundReason;
import org.counterfoil.domain.pass.PassEvent.PassIssued;
import org.counterfoil.domain.pass.PassEvent.PassUsed;
import org.counterfoil.domain.pass.PassEvent.PassUsesReturned;
import org.counterfoil.domain.pass.PassId;
import org.counterfoil.domain.pass.PassUses;
import org.counterfoil.domain.performance.PerformanceId;

/** Passes: sold, issued, used and returned to. */
interface WrittenPasses<L> extends Writing<L> {

  /** A pass of four uses of 25.00, paid for. */
  default L pass(String pass) {
    PassId id = new PassId(id("pass " + pass));
    money(
        new OrderEvent.OrderPlaced(
            order("of " + pass),
            THEATRE,
            PerformanceId.NONE,
            WEB,
            List.of(),
            List.of(),
            List.of(
                new PricedLine(
                    new LineId(id.value()),
                    LineProduct.PASS,
                    null,
                    FOUR.name(),
                    4,
                    10_000,
                    9_480,
                    520,
                    FOUR.taxRate(),
                    null,
                    null,
                    FOUR)),
            EUR,
            10_000,
            520,
            now().plusSeconds(480)));
    return passIssued(pass);
  }

  default L passIssued(String pass) {
    PassId id = new PassId(id("pass " + pass));
    return write(
        id.value(), new PassIssued(id, THEATRE, order("of " + pass), FOUR, FOUR.uses(4), now()));
  }

  default L used(String pass, String order, String payment, int uses) {
    return used(pass, order, payment, FOUR.uses(uses));
  }

  default L used(String pass, String order, String payment, PassUses uses) {
    PassId id = new PassId(id("pass " + pass));
    return write(
        id.value(), new PassUsed(id, THEATRE, order(order), PERFORMANCE, payment(payment), uses));
  }

  default L usesReturned(String pass, String order, String refund, int uses) {
    PassId id = new PassId(id("pass " + pass));
    return write(
        id.value(),
        new PassUsesReturned(
            id,
            THEATRE,
            order(order),
            PERFORMANCE,
            new RefundId(id("refund of " + refund)),
            FOUR.uses(uses),
            now()));
  }

  default L capturedByPass(String order, String payment, int uses) {
    return money(
        new OrderEvent.PaymentCaptured(
            order(order),
            THEATRE,
            PERFORMANCE,
            payment(payment),
            PaymentMethod.PASS,
            ProviderName.PASSES,
            null,
            FOUR.use().times(uses)));
  }

  /** Uses that a pass paid go back to it. */
  default L owedToPass(String order, String payment, int uses) {
    return money(
        new OrderEvent.RefundDue(
            order(order),
            THEATRE,
            PERFORMANCE,
            new RefundId(id("refund of " + payment)),
            payment(payment),
            PaymentMethod.PASS,
            ProviderName.PASSES,
            FOUR.use().times(uses),
            RefundReason.PAID_TWICE));
  }
}
