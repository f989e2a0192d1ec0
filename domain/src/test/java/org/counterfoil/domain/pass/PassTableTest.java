package org.counterfoil.domain.pass;

import static org.assertj.core.api.Assertions.assertThat;
import static org.counterfoil.domain.Theatre.EUR;
import static org.counterfoil.domain.Theatre.NOW;
import static org.counterfoil.domain.Theatre.ORGANISATION;
import static org.counterfoil.domain.Theatre.PERFORMANCE;

import java.time.Instant;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.counterfoil.domain.DecisionTable;
import org.counterfoil.domain.Given;
import org.counterfoil.domain.OrderId;
import org.counterfoil.domain.PublicLabel;
import org.counterfoil.domain.Theatre;
import org.counterfoil.domain.money.Money;
import org.counterfoil.domain.money.TaxRate;
import org.counterfoil.domain.order.PaymentId;
import org.counterfoil.domain.order.RefundId;
import org.counterfoil.domain.pass.PassCommand.ExpirePass;
import org.counterfoil.domain.pass.PassCommand.GiveUpPassPayment;
import org.counterfoil.domain.pass.PassCommand.ReturnUses;
import org.counterfoil.domain.pass.PassCommand.UsePass;
import org.counterfoil.domain.pass.PassEvent.PassExpired;
import org.counterfoil.domain.pass.PassEvent.PassIssued;
import org.counterfoil.domain.pass.PassEvent.PassPaymentGivenUp;
import org.counterfoil.domain.pass.PassEvent.PassUsed;
import org.counterfoil.domain.pass.PassEvent.PassUsesReturned;
import org.counterfoil.domain.performance.PassOfferCode;
import org.counterfoil.domain.performance.PerformanceId;
import org.junit.jupiter.api.Test;

/** Walks {@code pass.table}: every command about a pass in every situation. */
class PassTableTest {

  private static final PassId PASS = new PassId(Theatre.id(750));
  private static final OrderId ORDER = Given.order(1);
  private static final PaymentId PAYMENT = new PaymentId(Theatre.id(751));
  private static final RefundId REFUND = new RefundId(Theatre.id(752));
  private static final PerformanceId OTHER_NIGHT = new PerformanceId(Theatre.id(753));
  private static final Money USE = new Money(1_800, EUR);

  private final DecisionTable table = DecisionTable.read(PassTableTest.class, "pass.table");
  private final PassDecider decider = new PassDecider();

  @Test
  void everyCellIsAnsweredAsTheTableSays() {
    DecisionTable.Walk walk = table.walk(columns(), this::decide);

    System.out.println("pass.table: " + walk.rows() + " rows, " + walk.cells() + " cells");
    assertThat(walk.faults()).isEmpty();
    assertThat(walk.cells()).isGreaterThan(700);
  }

  @Test
  void takingMoreUsesThanAreLeftIsAFault() {
    DecisionTable.Walk walk =
        table.walk(
            columns(),
            cell -> {
              String answer = decide(cell);
              return answer.equals("PASS_USED_UP") ? "PassUsed" : answer;
            });

    assertThat(walk.faults()).isNotEmpty().allMatch(fault -> fault.contains("PASS_USED_UP"));
  }

  private static Map<String, Set<String>> columns() {
    Map<String, Set<String>> columns = new LinkedHashMap<>();
    columns.put("command", DecisionTable.recordsOf(PassCommand.class));
    columns.put("pass", DecisionTable.constantsOf(PassCase.class));
    columns.put("payment", DecisionTable.constantsOf(PaymentCase.class));
    columns.put("amount", DecisionTable.constantsOf(AmountCase.class));
    columns.put("limit", DecisionTable.constantsOf(LimitCase.class));
    return columns;
  }

  private enum PassCase {
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
    NOT_WHOLE,
    ZERO,
    ONE,
    ALL,
    TOO_MANY
  }

  private enum LimitCase {
    OPEN,
    REACHED
  }

  private String decide(Map<String, String> cell) {
    PassCase kind = PassCase.valueOf(constant(cell.get("pass")));
    PaymentCase payment = PaymentCase.valueOf(constant(cell.get("payment")));
    Pass state = new Pass();
    if (kind != PassCase.NONE) {
      given(kind, payment, LimitCase.valueOf(constant(cell.get("limit"))), state);
    } else if (payment != PaymentCase.NONE) {
      return "impossible";
    }
    Money amount = amount(AmountCase.valueOf(constant(cell.get("amount"))), state);
    PassCommand command =
        switch (cell.get("command")) {
          case "UsePass" -> new UsePass(PASS, ORDER, PERFORMANCE, PAYMENT, amount);
          case "GiveUpPassPayment" -> new GiveUpPassPayment(PASS, ORDER, PAYMENT);
          case "ReturnUses" -> new ReturnUses(PASS, ORDER, PERFORMANCE, REFUND, amount);
          case "ExpirePass" -> new ExpirePass(PASS);
          default -> throw new AssertionError("Expected a known command, but it is another");
        };
    return DecisionTable.answer(decider.decide(command, state, NOW));
  }

  private void given(PassCase kind, PaymentCase payment, LimitCase limit, Pass state) {
    boolean isOver = kind == PassCase.OVER || kind == PassCase.EXPIRED;
    Instant end = isOver ? NOW : NOW.plusSeconds(1);
    PassTerms terms =
        new PassTerms(
            new PassOfferCode("TEN"),
            new PublicLabel("Carte"),
            10,
            USE,
            new TaxRate("5.5"),
            limit == LimitCase.REACHED ? 3 : null,
            30,
            null);
    decider.evolve(
        state, new PassIssued(PASS, ORGANISATION, Given.order(9), terms, terms.uses(10), end));
    if (limit == LimitCase.REACHED) {
      use(state, Given.order(4), PERFORMANCE, new PaymentId(Theatre.id(758)), 3);
    }
    switch (payment) {
      case NONE -> {}
      case MADE -> usedAndReturned(state, ORDER, end);
      case ELSEWHERE -> usedAndReturned(state, Given.order(2), end);
      case GIVEN_UP ->
          decider.evolve(state, new PassPaymentGivenUp(PASS, ORGANISATION, ORDER, PAYMENT));
    }
    if (kind == PassCase.USED_UP) {
      use(state, Given.order(3), OTHER_NIGHT, new PaymentId(Theatre.id(759)), state.usesLeft());
    } else if (kind == PassCase.EXPIRED) {
      decider.evolve(state, new PassExpired(PASS, ORGANISATION, terms.uses(state.usesLeft())));
    }
  }

  private void usedAndReturned(Pass state, OrderId order, Instant end) {
    use(state, order, OTHER_NIGHT, PAYMENT, 2);
    decider.evolve(
        state,
        new PassUsesReturned(
            PASS, ORGANISATION, order, OTHER_NIGHT, REFUND, state.issued().terms().uses(1), end));
  }

  private void use(
      Pass state, OrderId order, PerformanceId performance, PaymentId payment, int uses) {
    decider.evolve(
        state,
        new PassUsed(
            PASS, ORGANISATION, order, performance, payment, state.issued().terms().uses(uses)));
  }

  private static Money amount(AmountCase amount, Pass state) {
    int left = state.exists() ? state.usesLeft() : 10;
    return switch (amount) {
      case WRONG_CURRENCY -> new Money(1_800, Currency.getInstance("CHF"));
      case NOT_WHOLE -> new Money(1_801, EUR);
      case ZERO -> Money.zero(EUR);
      case ONE -> USE;
      case ALL -> USE.times(left);
      case TOO_MANY -> USE.times(left + 1);
    };
  }

  private static String constant(String value) {
    return value.toUpperCase(Locale.ROOT).replace(' ', '_');
  }
}
