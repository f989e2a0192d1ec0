package org.counterfoil.command.aggregate;

import java.util.UUID;
import org.axonframework.modelling.command.AggregateRoot;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.voucher.Voucher;
import org.counterfoil.domain.voucher.VoucherDecider;
import org.counterfoil.domain.voucher.VoucherEvent;
import org.jspecify.annotations.Nullable;

/** The shell of a voucher. */
@AggregateRoot(type = VoucherAggregate.TYPE)
public final class VoucherAggregate extends Shell<Voucher> {

  static final String TYPE = "voucher";
  private static final VoucherDecider DECIDER = new VoucherDecider();

  public VoucherAggregate(UUID id) {
    super(id, new Voucher());
  }

  @Override
  void evolve(Event event) {
    DECIDER.evolve(state(), (VoucherEvent) event);
  }

  @Override
  @Nullable OrganisationId organisationOf(Event event) {
    return ((VoucherEvent) event).organisationId();
  }
}
