package org.counterfoil.domain.voucher;

import java.time.Duration;
import java.time.Instant;
import org.counterfoil.domain.Decider;
import org.counterfoil.domain.Decision;
import org.counterfoil.domain.money.Money;
import org.counterfoil.domain.voucher.VoucherCommand.CreditVoucher;
import org.counterfoil.domain.voucher.VoucherCommand.ExpireVoucher;
import org.counterfoil.domain.voucher.VoucherCommand.GiveUpPayment;
import org.counterfoil.domain.voucher.VoucherCommand.SpendVoucher;
import org.counterfoil.domain.voucher.VoucherEvent.VoucherCredited;
import org.counterfoil.domain.voucher.VoucherEvent.VoucherExpired;
import org.counterfoil.domain.voucher.VoucherEvent.VoucherIssued;
import org.counterfoil.domain.voucher.VoucherEvent.VoucherPaymentGivenUp;
import org.counterfoil.domain.voucher.VoucherEvent.VoucherSpent;
import org.jspecify.annotations.Nullable;

/**
 * Decides about vouchers. All that is ever paid with one is decided here, one after the other, so
 * that its balance is never below zero, whoever asks at once.
 */
public final class VoucherDecider implements Decider<VoucherCommand, Voucher, VoucherEvent> {

  /** How long money can be spent at least that went back to a voucher. */
  static final Duration TO_SPEND_AGAIN = Duration.ofDays(90);

  @Override
  public Decision<VoucherEvent> decide(VoucherCommand command, Voucher state, Instant now) {
    if (!state.exists()) {
      return Decision.reject(
          VoucherRejection.UNKNOWN_VOUCHER,
          "Expected a voucher, but there is none with id " + command.voucherId());
    }
    return switch (command) {
      case SpendVoucher spend -> spend(spend, state, now);
      case GiveUpPayment give -> giveUp(give, state);
      case CreditVoucher credit -> credit(credit, state, now);
      case ExpireVoucher expire -> expire(state, now);
    };
  }

  private static Decision<VoucherEvent> spend(SpendVoucher spend, Voucher state, Instant now) {
    if (state.hasPaid(spend.orderId(), spend.paymentId())) {
      return Decision.accept();
    }
    Decision<VoucherEvent> refusal = refuseAmount(spend.amount(), state);
    if (refusal != null) {
      return refusal;
    }
    if (state.spent.containsKey(spend.paymentId())) {
      return Decision.reject(
          VoucherRejection.VOUCHER_PAYMENT_EXISTS,
          "Expected a payment of this order, but " + spend.paymentId() + " is another's");
    }
    if (state.givenUp.contains(spend.paymentId())) {
      return Decision.reject(
          VoucherRejection.VOUCHER_PAYMENT_GIVEN_UP,
          "Expected a payment that is under way, but it was given up");
    }
    if (state.isOverAt(now)) {
      return Decision.reject(
          VoucherRejection.VOUCHER_EXPIRED,
          "Expected a voucher that can be spent, but it expired at " + state.expiresAt());
    }
    if (spend.amount().isMoreThan(state.balance())) {
      return Decision.reject(
          VoucherRejection.VOUCHER_BALANCE_TOO_LOW,
          "Expected at most "
              + state.balance().minor()
              + ", which is left of the voucher, but the amount is "
              + spend.amount().minor());
    }
    return Decision.accept(
        new VoucherSpent(
            spend.voucherId(),
            state.issued().organisationId(),
            spend.orderId(),
            spend.paymentId(),
            spend.amount(),
            state.taxedUntil(state.balance().minus(spend.amount()))));
  }

  private static Decision<VoucherEvent> giveUp(GiveUpPayment give, Voucher state) {
    return state.spent.containsKey(give.paymentId()) || state.givenUp.contains(give.paymentId())
        ? Decision.accept()
        : Decision.accept(
            new VoucherPaymentGivenUp(
                give.voucherId(),
                state.issued().organisationId(),
                give.orderId(),
                give.paymentId()));
  }

  private static Decision<VoucherEvent> credit(CreditVoucher credit, Voucher state, Instant now) {
    if (state.credited.contains(credit.refundId())) {
      return Decision.accept();
    }
    Decision<VoucherEvent> refusal = refuseAmount(credit.amount(), state);
    if (refusal != null) {
      return refusal;
    }
    Instant least = now.plus(TO_SPEND_AGAIN);
    return Decision.accept(
        new VoucherCredited(
            credit.voucherId(),
            state.issued().organisationId(),
            credit.orderId(),
            credit.refundId(),
            credit.amount(),
            state.taxedUntil(state.balance().plus(credit.amount())),
            state.expiresAt().isBefore(least) ? least : state.expiresAt()));
  }

  private static Decision<VoucherEvent> expire(Voucher state, Instant now) {
    return state.balance().isZero() || !state.isOverAt(now)
        ? Decision.accept()
        : Decision.accept(
            new VoucherExpired(
                state.issued().voucherId(),
                state.issued().organisationId(),
                state.balance(),
                state.taxedUntil(Money.zero(state.balance().currency()))));
  }

  private static @Nullable Decision<VoucherEvent> refuseAmount(Money amount, Voucher state) {
    if (!amount.currency().equals(state.balance().currency())) {
      return Decision.reject(
          VoucherRejection.VOUCHER_OF_ANOTHER_CURRENCY,
          "Expected an amount in "
              + state.balance().currency()
              + ", but it is in "
              + amount.currency());
    }
    return amount.minor() > 0
        ? null
        : Decision.reject(
            VoucherRejection.VOUCHER_AMOUNT_NOT_POSITIVE,
            "Expected an amount of more than 0, but it is " + amount.minor());
  }

  @Override
  public void evolve(Voucher state, VoucherEvent event) {
    switch (event) {
      case VoucherIssued issued -> {
        state.issued = issued;
        state.balance = issued.amount();
        state.expiresAt = issued.expiresAt();
      }
      case VoucherSpent spent -> {
        state.spent.put(spent.paymentId(), spent.orderId());
        state.balance = state.balance().minus(spent.amount());
      }
      case VoucherPaymentGivenUp given -> state.givenUp.add(given.paymentId());
      case VoucherCredited credited -> {
        state.credited.add(credited.refundId());
        state.balance = state.balance().plus(credited.amount());
        state.expiresAt = credited.expiresAt();
      }
      case VoucherExpired expired -> state.balance = state.balance().minus(expired.amount());
    }
  }
}
