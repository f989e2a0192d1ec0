package org.counterfoil.eventstore.codec;

import static org.counterfoil.eventstore.codec.SampleEvents.EUR;
import static org.counterfoil.eventstore.codec.SampleEvents.THEATRE;
import static org.counterfoil.eventstore.codec.SampleEvents.id;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.OrderId;
import org.counterfoil.domain.PublicLabel;
import org.counterfoil.domain.access.Role;
import org.counterfoil.domain.money.TaxRate;
import org.counterfoil.domain.order.LineId;
import org.counterfoil.domain.order.LineProduct;
import org.counterfoil.domain.order.PaymentId;
import org.counterfoil.domain.order.PricedLine;
import org.counterfoil.domain.order.RefundId;
import org.counterfoil.domain.pass.PassEvent.PassExpired;
import org.counterfoil.domain.pass.PassEvent.PassIssued;
import org.counterfoil.domain.pass.PassEvent.PassPaymentGivenUp;
import org.counterfoil.domain.pass.PassEvent.PassUsed;
import org.counterfoil.domain.pass.PassEvent.PassUsesReturned;
import org.counterfoil.domain.pass.PassId;
import org.counterfoil.domain.pass.PassOffer;
import org.counterfoil.domain.pass.PassOffersEvent.PassOffersSet;
import org.counterfoil.domain.pass.PassTerms;
import org.counterfoil.domain.performance.PassOfferCode;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.domain.performance.SalesChannel;

/** One of each event of a pass. A sample MUST NOT be changed once its file is approved. */
final class SamplePasses {

  private static final PassId PASS = new PassId(id(34));
  private static final OrderId ORDER = new OrderId(id(21));
  private static final PaymentId PAYMENT = new PaymentId(id(22));
  private static final PerformanceId PERFORMANCE = new PerformanceId(id(7));
  private static final Instant EXPIRES_AT = Instant.parse("2027-07-01T00:00:00Z");

  private SamplePasses() {}

  static PassOffer offer() {
    return new PassOffer(
        new PassOfferCode("TEN-2027"),
        new PublicLabel("Carte 10 places"),
        10,
        1800,
        new TaxRate("5.5"),
        2,
        null,
        EXPIRES_AT,
        Set.of(new SalesChannel("WEB"), new SalesChannel("COUNTER")),
        Set.of(Role.BOX_OFFICE, Role.ADMIN));
  }

  static PricedLine line() {
    return new PricedLine(
        new LineId(id(34)),
        LineProduct.PASS,
        null,
        new PublicLabel("Carte 10 places"),
        10,
        18000,
        17060,
        940,
        new TaxRate("5.5"),
        null,
        null,
        terms());
  }

  static List<Event> all() {
    PassTerms terms = terms();
    return List.of(
        new PassOffersSet(THEATRE, List.of(offer())),
        new PassIssued(PASS, THEATRE, ORDER, terms, terms.uses(10), EXPIRES_AT),
        new PassUsed(PASS, THEATRE, ORDER, PERFORMANCE, PAYMENT, terms.uses(2)),
        new PassPaymentGivenUp(PASS, THEATRE, ORDER, PAYMENT),
        new PassUsesReturned(
            PASS, THEATRE, ORDER, PERFORMANCE, new RefundId(id(23)), terms.uses(1), EXPIRES_AT),
        new PassExpired(PASS, THEATRE, terms.uses(9)));
  }

  private static PassTerms terms() {
    return offer().terms(EUR);
  }
}
