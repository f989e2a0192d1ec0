package org.counterfoil.command.order;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.counterfoil.command.exchange.Expect;
import org.counterfoil.domain.order.LineId;
import org.counterfoil.domain.order.LineWish;
import org.counterfoil.domain.order.LineWish.DonationWish;
import org.counterfoil.domain.order.LineWish.FeeWish;
import org.counterfoil.domain.order.LineWish.VoucherWish;
import org.counterfoil.domain.organisation.VoucherTerms;
import org.counterfoil.domain.performance.FeeCode;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.http.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Something that somebody wishes for beside tickets.
 *
 * @param fee which one of the price list; of a FEE only, whose amount the list says
 * @param amountMinor how much is given, or a voucher is of; of a DONATION or VOUCHER only
 * @param performanceId which of several performances it is for; the first hold's where missing
 */
record WishedLine(
    @Schema(example = "FEE") Product product,
    @Schema(example = "BOOKING") @Nullable FeeCode fee,
    @Schema(example = "5000") @Nullable Long amountMinor,
    @Nullable PerformanceId performanceId) {

  /** More than there are fees, and few enough for one event. */
  private static final int MOST_LINES = 25;

  /** What the contract knows; not all of it is offered yet. */
  enum Product {
    FEE,
    DONATION,
    VOUCHER,
    PASS
  }

  /**
   * The lines as wishes.
   *
   * @param vouchers what the organisation promises with its vouchers; asked where one is wished for
   */
  static List<LineWish> list(
      List<WishedLine> lines, Supplier<LineId> ids, Supplier<VoucherTerms> vouchers) {
    if (lines.size() > MOST_LINES) {
      throw Problem.invalid(
              "lines", "Expected at most " + MOST_LINES + " lines, but there are " + lines.size())
          .exception();
    }
    List<LineWish> wishes = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      wishes.add(lines.get(i).wish("lines[" + i + "]", ids.get(), vouchers));
    }
    return wishes;
  }

  private LineWish wish(String field, LineId id, Supplier<VoucherTerms> vouchers) {
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
        yield new VoucherWish(id, required(field + ".amountMinor", amountMinor), vouchers.get());
      }
      case PASS -> {
        Expect.notYet(field + ".product", product);
        throw new IllegalStateException("Expected a refusal of " + product);
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
