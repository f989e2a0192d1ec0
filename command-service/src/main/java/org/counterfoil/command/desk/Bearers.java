package org.counterfoil.command.desk;

import java.util.List;
import org.axonframework.messaging.MetaData;
import org.counterfoil.command.aggregate.Aggregates;
import org.counterfoil.command.aggregate.PassAggregate;
import org.counterfoil.command.aggregate.VoucherAggregate;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.pass.PassEvent.PassIssued;
import org.counterfoil.domain.voucher.VoucherEvent.VoucherIssued;

/**
 * What orders issue that pays for whoever bears its code: vouchers and passes. Each begins a stream
 * of its own, which is no other lane's before this is stored.
 */
record Bearers(Aggregates<VoucherAggregate> vouchers, Aggregates<PassAggregate> passes) {

  /** Whether the event begins such a stream. */
  static boolean begins(Event event) {
    return event instanceof VoucherIssued || event instanceof PassIssued;
  }

  /** Records what begins such a stream; tells whether it was that. */
  boolean record(Event event, MetaData metaData) {
    if (event instanceof VoucherIssued issued) {
      vouchers.find(issued.voucherId().value()).record(List.of(event), metaData);
      return true;
    }
    if (event instanceof PassIssued issued) {
      passes.find(issued.passId().value()).record(List.of(event), metaData);
      return true;
    }
    return false;
  }
}
