package org.counterfoil.domain.accounting;

import java.util.ArrayList;
import java.util.List;
import org.counterfoil.domain.order.RefundPart;

/**
 * What goes back of a price, by the parts that were decided.
 *
 * @param paid what went back in this moment
 * @param owed what is owed until that is recorded
 * @param money what went back in this moment, by method
 * @param debts what is owed, each for itself
 */
record GoneBack(ByRate paid, ByRate owed, List<MoneyMove> money, List<Owed> debts) {

  static GoneBack of(List<RefundPart> parts) {
    ByRate paid = ByRate.NOTHING;
    ByRate owed = ByRate.NOTHING;
    List<MoneyMove> money = new ArrayList<>();
    List<Owed> debts = new ArrayList<>();
    for (RefundPart part : parts) {
      ByRate share = taxes(part);
      if (part.isPaid()) {
        paid = paid.plus(share);
        money.add(new MoneyMove(part.method(), -part.amountMinor()));
      } else {
        owed = owed.plus(share);
        debts.add(new Owed(part.refundId(), part.method(), part.amountMinor(), share, false));
      }
    }
    return new GoneBack(paid, owed, money, debts);
  }

  /** The books of the order with these debts. */
  OrderBooks oweIn(OrderBooks books) {
    OrderBooks after = books;
    for (Owed debt : debts) {
      after = after.with(debt);
    }
    return after;
  }

  private static ByRate taxes(RefundPart part) {
    return ByRate.sum(
        part.taxes().stream()
            .map(tax -> new RateAmount(tax.taxRate(), tax.netMinor(), tax.taxMinor()))
            .toList());
  }
}
