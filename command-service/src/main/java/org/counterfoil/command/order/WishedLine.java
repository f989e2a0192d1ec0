package org.counterfoil.command.order;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.counterfoil.domain.order.LineId;
import org.counterfoil.domain.order.LineWish;
import org.counterfoil.domain.order.LineWish.DonationWish;
import org.counterfoil.domain.order.LineWish.FeeWish;
import org.counterfoil.domain.order.LineWish.PassWish;
import org.counterfoil.domain.order.LineWish.VoucherWish;
import org.counterfoil.domain.performance.FeeCode;
import org.counterfoil.domain.performance.PassOfferCode;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.http.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Something that somebody wishes for beside tickets.
 *
 * @param fee which one of the price list; of a FEE only, whose amount the list says
 * @param pass which one the organisation offers; of a PASS only
 * @param amountMinor how much is given, or a voucher is of; of a DONATION or VOUCHER only
 * @param performanceId which of several performances it is for; the first hold's where missing
 */
record WishedLine(
    @Schema(example = "FEE") Product product,
    @Schema(example = "BOOKING") @Nullable FeeCode fee,
    @Schema(example = "TEN-2027") @Nullable PassOfferCode pass,
    @Schema(example = "5000") @Nullable Long amountMinor,
    @Nullable PerformanceId performanceId) {

  /** More than there are fees, and few enough for one event. */
  private static final int MOST_LINES = 25;

  /** What is sold beside tickets. */
  enum Product {
    FEE,
    DONATION,
    VOUCHER,
    PASS
  }

  /**
   * The lines as wishes.
   *
   * @param seller whose vouchers and passes they are; asked where one is wished for
   */
  static List<LineWish> list(List<WishedLine> lines, Supplier<LineId> ids, Seller seller) {
    if (lines.size() > MOST_LINES) {
      throw Problem.invalid(
              "lines", "Expected at most " + MOST_LINES + " lines, but there are " + lines.size())
          .exception();
    }
    List<LineWish> wishes = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      wishes.add(lines.get(i).wish("lines[" + i + "]", ids.get(), seller));
    }
    return wishes;
  }

  /** Whether it pays for something later. */
  boolean isUsedLater() {
    return switch (product) {
      case VOUCHER, PASS -> true;
      case FEE, DONATION -> false;
    };
  }

  private LineWish wish(String field, LineId id, Seller seller) {
    if (product != Product.PASS) {
      refuse(field + ".pass", pass);
    }
    return switch (product) {
      case FEE -> {
        refuse(field + ".amountMinor", amountMinor);
        yield new FeeWish(id, required(field + ".fee", fee));
      }
      case DONATION -> {
        refuse(field + ".fee", fee);
        yield new DonationWish(id, required(field + ".amountMinor", amountMinor));
      }
      case VOUCHER -> {
        refuse(field + ".fee", fee);
        yield new VoucherWish(id, required(field + ".amountMinor", amountMinor), seller.vouchers());
      }
      case PASS -> {
        refuse(field + ".fee", fee);
        refuse(field + ".amountMinor", amountMinor);
        PassOfferCode code = required(field + ".pass", pass);
        yield new PassWish(id, code, seller.pass(code));
      }
    };
  }

  private void refuse(String field, @Nullable Object value) {
    if (value != null) {
      throw Problem.invalid(field, "Expected none for a " + product + ", but it is there")
          .exception();
    }
  }

  private <T> T required(String field, @Nullable T value) {
    if (value == null) {
      throw Problem.invalid(field, "Expected one for a " + product + ", but it is missing")
          .exception();
    }
    return value;
  }
}
