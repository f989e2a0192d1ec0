package org.counterfoil.domain.voucher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.counterfoil.domain.Theatre.EUR;
import static org.counterfoil.domain.Theatre.NOW;
import static org.counterfoil.domain.Theatre.ORGANISATION;

import java.time.Instant;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.counterfoil.domain.DecisionTable;
import org.counterfoil.domain.Given;
import org.counterfoil.domain.OrderId;
import org.counterfoil.domain.Theatre;
import org.counterfoil.domain.money.Money;
import org.counterfoil.domain.order.PaymentId;
import org.counterfoil.domain.order.RefundId;
import org.counterfoil.domain.voucher.VoucherCommand.CreditVoucher;
import org.counterfoil.domain.voucher.VoucherCommand.ExpireVoucher;
import org.counterfoil.domain.voucher.VoucherCommand.GiveUpPayment;
import org.counterfoil.domain.voucher.VoucherCommand.SpendVoucher;
import org.counterfoil.domain.voucher.VoucherEvent.VoucherCredited;
import org.counterfoil.domain.voucher.VoucherEvent.VoucherExpired;
import org.counterfoil.domain.voucher.VoucherEvent.VoucherIssued;
import org.counterfoil.domain.voucher.VoucherEvent.VoucherPaymentGivenUp;
import org.counterfoil.domain.voucher.VoucherEvent.VoucherSpent;
import org.junit.jupiter.api.Test;

/** Walks {@code voucher.table}: every command about a voucher in every situation. */
class VoucherTableTest {

  private static final VoucherId VOUCHER = new VoucherId(Theatre.id(700));
  private static final OrderId ORDER = Given.order(1);
  private static final PaymentId PAYMENT = new PaymentId(Theatre.id(701));
  private static final RefundId REFUND = new RefundId(Theatre.id(702));
  private static final long FACE = 5_000;

  private final DecisionTable table = DecisionTable.read(VoucherTableTest.class, "voucher.table");
  private final VoucherDecider decider = new VoucherDecider();

  @Test
  void everyCellIsAnsweredAsTheTableSays() {
    DecisionTable.Walk walk = table.walk(columns(), this::decide);

    System.out.println("voucher.table: " + walk.rows() + " rows, " + walk.cells() + " cells");
    assertThat(walk.faults()).isEmpty();
    assertThat(walk.cells()).isGreaterThan(300);
  }

  @Test
  void spendingMoreThanIsLeftIsAFault() {
    DecisionTable.Walk walk =
        table.walk(
            columns(),
            cell -> {
              String answer = decide(cell);
              return answer.equals("VOUCHER_BALANCE_TOO_LOW") ? "VoucherSpent" : answer;
            });

    assertThat(walk.faults()).isNotEmpty().allMatch(fault -> fault.contains("BALANCE_TOO_LOW"));
  }

  private static Map<String, Set<String>> columns() {
    Map<String, Set<String>> columns = new LinkedHashMap<>();
    columns.put("command", DecisionTable.recordsOf(VoucherCommand.class));
    columns.put("voucher", DecisionTable.constantsOf(VoucherCase.class));
    columns.put("payment", DecisionTable.constantsOf(PaymentCase.class));
    columns.put("amount", DecisionTable.constantsOf(AmountCase.class));
    return columns;
  }

  private enum VoucherCase {
    NONE,
    ISSUED,
    USED_UP,
    OVER,
    EXPIRED
  }

  private enum PaymentCase {
    NONE,
    MADE,
    ELSEWHERE,
    GIVEN_UP
  }

  private enum AmountCase {
    WRONG_CURRENCY,
    ZERO,
    PART,
    MOST,
    TOO_MUCH
  }

  private String decide(Map<String, String> cell) {
    VoucherCase voucher = VoucherCase.valueOf(constant(cell.get("voucher")));
    PaymentCase payment = PaymentCase.valueOf(constant(cell.get("payment")));
    Voucher state = new Voucher();
    if (voucher != VoucherCase.NONE) {
      given(voucher, payment, state);
    } else if (payment != PaymentCase.NONE) {
      return "impossible";
    }
    Money amount = amount(AmountCase.valueOf(constant(cell.get("amount"))), state);
    VoucherCommand command =
        switch (cell.get("command")) {
          case "SpendVoucher" -> new SpendVoucher(VOUCHER, ORDER, PAYMENT, amount);
          case "GiveUpPayment" -> new GiveUpPayment(VOUCHER, ORDER, PAYMENT);
          case "CreditVoucher" -> new CreditVoucher(VOUCHER, ORDER, REFUND, amount);
          case "ExpireVoucher" -> new ExpireVoucher(VOUCHER);
          default -> throw new AssertionError("Expected a known command, but it is another");
        };
    return DecisionTable.answer(decider.decide(command, state, NOW));
  }

  private void given(VoucherCase voucher, PaymentCase payment, Voucher state) {
    boolean isOver = voucher == VoucherCase.OVER || voucher == VoucherCase.EXPIRED;
    Instant end = isOver ? NOW : NOW.plusSeconds(1);
    decider.evolve(
        state,
        new VoucherIssued(
            VOUCHER, ORGANISATION, Given.order(9), VoucherOrigin.SALE, euros(FACE), end));
    switch (payment) {
      case NONE -> {}
      case MADE -> {
        spend(state, ORDER, PAYMENT, 100);
        decider.evolve(
            state, new VoucherCredited(VOUCHER, ORGANISATION, ORDER, REFUND, euros(50), end));
      }
      case ELSEWHERE -> {
        spend(state, Given.order(2), PAYMENT, 100);
        decider.evolve(
            state, new VoucherCredited(VOUCHER, ORGANISATION, ORDER, REFUND, euros(50), end));
      }
      case GIVEN_UP ->
          decider.evolve(state, new VoucherPaymentGivenUp(VOUCHER, ORGANISATION, ORDER, PAYMENT));
    }
    if (voucher == VoucherCase.USED_UP) {
      spend(state, Given.order(3), new PaymentId(Theatre.id(709)), state.balance().minor());
    } else if (voucher == VoucherCase.EXPIRED) {
      decider.evolve(state, new VoucherExpired(VOUCHER, ORGANISATION, state.balance()));
    }
  }

  private void spend(Voucher state, OrderId order, PaymentId payment, long minor) {
    decider.evolve(state, new VoucherSpent(VOUCHER, ORGANISATION, order, payment, euros(minor)));
  }

  private static Money amount(AmountCase amount, Voucher state) {
    long left = state.exists() ? state.balance().minor() : FACE;
    return switch (amount) {
      case WRONG_CURRENCY -> new Money(100, Currency.getInstance("CHF"));
      case ZERO -> euros(0);
      case PART -> euros(100);
      case MOST -> euros(left);
      case TOO_MUCH -> euros(left + 1);
    };
  }

  private static Money euros(long minor) {
    return new Money(minor, EUR);
  }

  private static String constant(String value) {
    return value.toUpperCase(Locale.ROOT).replace(' ', '_');
  }
}
