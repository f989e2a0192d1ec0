package org.counterfoil.command.order;

import org.counterfoil.command.code.PassCodes;
import org.counterfoil.command.code.VoucherCodes;
import org.counterfoil.domain.order.LineProduct;
import org.counterfoil.domain.order.PricedLine;
import org.counterfoil.domain.pass.PassId;
import org.counterfoil.domain.voucher.VoucherId;
import org.jspecify.annotations.Nullable;

/** The codes of what lines sold that pays for something later; nothing for all else. */
record LineCodes(VoucherCodes vouchers, PassCodes passes) {

  @Nullable String voucher(PricedLine line) {
    return line.product() == LineProduct.VOUCHER
        ? vouchers.text(new VoucherId(line.lineId().value()))
        : null;
  }

  @Nullable String pass(PricedLine line) {
    return line.product() == LineProduct.PASS
        ? passes.text(new PassId(line.lineId().value()))
        : null;
  }
}
