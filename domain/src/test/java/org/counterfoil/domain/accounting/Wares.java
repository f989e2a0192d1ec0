package org.counterfoil.domain.accounting;

import static org.counterfoil.domain.Theatre.EUR;

import java.util.Objects;
import org.counterfoil.domain.Given;
import org.counterfoil.domain.PublicLabel;
import org.counterfoil.domain.Theatre;
import org.counterfoil.domain.money.Money;
import org.counterfoil.domain.money.TaxRate;
import org.counterfoil.domain.money.TaxSplit;
import org.counterfoil.domain.order.LineId;
import org.counterfoil.domain.order.LineProduct;
import org.counterfoil.domain.order.PricedLine;
import org.counterfoil.domain.organisation.AccountNumber;
import org.counterfoil.domain.performance.FeeCode;
import org.counterfoil.domain.performance.PriceTypeCode;
import org.counterfoil.domain.seathold.PricedTicket;
import org.counterfoil.domain.seating.SeatId;
import org.counterfoil.domain.seating.ZoneName;

/** Makes what is sold of the words that tables say it in; each is another. */
final class Wares {

  private int count;

  /** Beside tickets, as {@code FEE:2.00@20} or {@code FEE:2.00@20@account}. */
  PricedLine line(String text) {
    count++;
    String[] parts = text.substring(text.indexOf(':') + 1).split("@");
    TaxRate rate = new TaxRate(parts[1]);
    TaxSplit split =
        rate.split(new Money(Objects.requireNonNull(Bookkeeping.minor(parts[0])), EUR));
    LineProduct product = LineProduct.valueOf(text.substring(0, text.indexOf(':')));
    return new PricedLine(
        new LineId(Theatre.id(90_000 + count)),
        product,
        product == LineProduct.FEE ? new FeeCode("BOOKING") : null,
        new PublicLabel("Beside"),
        1,
        split.gross().minor(),
        split.net().minor(),
        split.tax().minor(),
        rate,
        parts.length > 2 ? new AccountNumber(parts[2]) : null);
  }

  /** A place at {@code price@rate}, of the order of that number. */
  PricedTicket ticket(String place, int order) {
    count++;
    String[] parts = place.split("@");
    TaxRate rate = new TaxRate(parts[1]);
    TaxSplit split =
        rate.split(new Money(Objects.requireNonNull(Bookkeeping.minor(parts[0])), EUR));
    return new PricedTicket(
        Given.ticket(count),
        Given.hold(order),
        new SeatId("A-" + count),
        null,
        new ZoneName("STALLS"),
        new PriceTypeCode("FULL"),
        new PublicLabel("Full price"),
        split.gross().minor(),
        split.net().minor(),
        split.tax().minor(),
        rate,
        null);
  }
}
