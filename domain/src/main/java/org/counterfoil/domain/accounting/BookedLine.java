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

  /** A voucher is a debt of all of it; what tax is due on it by itself, its own events say. */
  static BookedLine of(PricedLine line) {
    if (line.product() == LineProduct.VOUCHER) {
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

  /** Whether it is sold; a voucher is a debt until it is spent. */
  public boolean isSold() {
    return product != LineProduct.VOUCHER;
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
      case VOUCHER -> Account.DEPOSITS;
    };
  }
}
