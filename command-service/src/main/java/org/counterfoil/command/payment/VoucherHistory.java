package org.counterfoil.command.payment;

import org.counterfoil.domain.voucher.Voucher;
import org.counterfoil.domain.voucher.VoucherDecider;
import org.counterfoil.domain.voucher.VoucherEvent;
import org.counterfoil.domain.voucher.VoucherId;
import org.counterfoil.domain.voucher.VoucherRejection;
import org.counterfoil.eventstore.log.EventLog;
import org.counterfoil.eventstore.log.RecordedEvent;
import org.counterfoil.http.problem.Problem;

/** Reads vouchers from the log, as they stand at this moment. */
final class VoucherHistory {

  private final EventLog log;

  VoucherHistory(EventLog log) {
    this.log = log;
  }

  /**
   * A voucher as it stands.
   *
   * @param position of its last event
   */
  record Standing(Voucher voucher, long position) {}

  /** The voucher; an unknown one ends the request as a 404. */
  Standing of(VoucherId id) {
    VoucherDecider decider = new VoucherDecider();
    Voucher voucher = new Voucher();
    long position = -1;
    for (RecordedEvent recorded : log.readStream(id.value())) {
      if (recorded.envelope().payload() instanceof VoucherEvent event) {
        decider.evolve(voucher, event);
        position = recorded.position();
      }
    }
    if (!voucher.exists()) {
      throw unknown();
    }
    return new Standing(voucher, position);
  }

  /** Says nothing of what was sent: it may be somebody's code with a character wrong. */
  static RuntimeException unknown() {
    return Problem.refused(
            VoucherRejection.UNKNOWN_VOUCHER,
            "Expected the code of a voucher, but there is none with this one")
        .exception();
  }
}
