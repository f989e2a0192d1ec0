package org.counterfoil.domain.accounting;

import org.counterfoil.domain.PublicLabel;
import org.counterfoil.domain.money.TaxRate;
import org.counterfoil.domain.order.LineId;
import org.counterfoil.domain.order.LineProduct;
import org.counterfoil.domain.order.PricedLine;
import org.counterfoil.domain.organisation.AccountNumber;
import org.jspecify.annotations.Nullable;

/**
 * What an order sells beside tickets, as the books know it.
 *
 * @param account where it is posted; missing for the chart's account of the product
 */
public record BookedLine(
    LineId lineId,
    LineProduct product,
    @Nullable PublicLabel name,
    @Nullable AccountNumber account,
    ByRate amount) {

  private static final TaxRate UNTAXED = new TaxRate("0");

  /** A voucher or pass is a debt of all of it; what tax is due on it, its own events say. */
  static BookedLine of(PricedLine line) {
    if (isDebt(line.product())) {
      return new BookedLine(
          line.lineId(), line.product(), null, null, ByRate.of(UNTAXED, line.grossMinor(), 0));
    }
    return new BookedLine(
        line.lineId(),
        line.product(),
        line.name(),
        line.account(),
        ByRate.of(line.taxRate(), line.netMinor(), line.taxMinor()));
  }

  /** Whether it is sold; a voucher is a debt until it is spent, a pass until it is used. */
  public boolean isSold() {
    return !isDebt(product);
  }

  private static boolean isDebt(LineProduct product) {
    return switch (product) {
      case VOUCHER, PASS -> true;
      case FEE, DONATION -> false;
    };
  }

  LineAccount revenue() {
    return account == null || name == null
        ? new LineAccount.Of(usual())
        : new LineAccount.Named(account, name);
  }

  private Account usual() {
    return switch (product) {
      case FEE -> Account.FEES;
      case DONATION -> Account.DONATIONS;
      case VOUCHER, PASS -> Account.DEPOSITS;
    };
  }
}
