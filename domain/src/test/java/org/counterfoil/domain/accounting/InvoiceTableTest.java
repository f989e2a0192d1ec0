package org.counterfoil.domain.accounting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.counterfoil.domain.Theatre.EUR;
import static org.counterfoil.domain.Theatre.NOW;
import static org.counterfoil.domain.Theatre.ORGANISATION;
import static org.counterfoil.domain.accounting.InvoiceFacts.ORDER;
import static org.counterfoil.domain.accounting.InvoiceFacts.fee;
import static org.counterfoil.domain.accounting.InvoiceFacts.goods;
import static org.counterfoil.domain.accounting.InvoiceFacts.ticket;
import static org.counterfoil.domain.accounting.InvoicedGoods.NONE;

import java.time.MonthDay;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.counterfoil.domain.DecisionTable;
import org.counterfoil.domain.Then;
import org.counterfoil.domain.accounting.AccountingCommand.InvoicingCommand;
import org.junit.jupiter.api.Test;

/** Walks {@code invoice.table}: every command about invoices in every situation. */
class InvoiceTableTest {

  private static final InvoicedTicket FIRST = ticket(1, 2_370, 130);
  private static final InvoicedTicket SECOND = ticket(2, 2_370, 130);
  private static final InvoicedTicket FREE = ticket(3, 0, 0);
  private static final InvoicedLine FEE = fee(167, 33);

  private final AccountingDecider decider = new AccountingDecider();

  @Test
  void everyCellIsAnsweredAsTheTableSays() {
    DecisionTable.Walk walk =
        DecisionTable.read(InvoiceTableTest.class, "invoice.table").walk(columns(), this::decide);

    System.out.println("invoice.table: " + walk.rows() + " rows, " + walk.cells() + " cells");
    assertThat(walk.faults()).isEmpty();
    assertThat(walk.cells()).isEqualTo(2 * 7 * 6 + 2 * 4 * 6);
  }

  private static Map<String, Set<String>> columns() {
    Map<String, Set<String>> columns = new LinkedHashMap<>();
    columns.put("command", DecisionTable.recordsOf(InvoicingCommand.class));
    columns.put("order", values("training", "placed", "free", "fee", "back", "paid", "on account"));
    columns.put("invoiced", values("no", "yes"));
    columns.put(
        "change",
        values(
            "known",
            "ticket back",
            "fee back",
            "free one back",
            "exchanged",
            "exchanged for a free one"));
    return columns;
  }

  private static Set<String> values(String... values) {
    return new LinkedHashSet<>(List.of(values));
  }

  private String decide(Map<String, String> cell) {
    boolean isInvoiced = cell.get("invoiced").equals("yes");
    String order = cell.get("order");
    boolean couldBe = List.of("paid", "on account", "back", "fee").contains(order);
    if (isInvoiced && !couldBe) {
      return "impossible";
    }
    Books books = new Books();
    if (isInvoiced) {
      Then.events(
              decider.decide(
                  InvoiceFacts.issue(statement("paid"), "BC-1", MonthDay.of(1, 1)), books, NOW))
          .forEach(event -> decider.evolve(books, (AccountingEvent) event));
    }
    return DecisionTable.answer(decider.decide(command(cell), books, NOW));
  }

  private static InvoicingCommand command(Map<String, String> cell) {
    return switch (cell.get("command")) {
      case "IssueInvoice" ->
          InvoiceFacts.issue(statement(cell.get("order")), "BC-1", MonthDay.of(1, 1));
      case "CorrectInvoice" ->
          switch (cell.get("change")) {
            case "known" -> InvoiceFacts.correct(4, goods(FIRST), NONE);
            case "ticket back" -> InvoiceFacts.correct(5, goods(FIRST), NONE);
            case "fee back" ->
                InvoiceFacts.correct(5, new InvoicedGoods(List.of(), List.of(FEE)), NONE);
            case "free one back" -> InvoiceFacts.correct(5, goods(FREE), NONE);
            case "exchanged" ->
                InvoiceFacts.correct(5, goods(FIRST, FREE), goods(ticket(4, 3_318, 182)));
            case "exchanged for a free one" ->
                InvoiceFacts.correct(5, goods(FIRST), goods(ticket(4, 0, 0)));
            default -> throw new AssertionError("Expected a change, but it is " + cell);
          };
      default -> throw new AssertionError("Expected a command with a table, but it is " + cell);
    };
  }

  private static OrderStatement statement(String order) {
    boolean isPlaced = order.equals("placed");
    InvoicedGoods goods =
        switch (order) {
          case "placed", "back" -> NONE;
          case "free" -> goods(FREE);
          case "fee" -> new InvoicedGoods(List.of(FREE), List.of(FEE));
          default -> new InvoicedGoods(List.of(FIRST, SECOND, FREE), List.of(FEE));
        };
    return new OrderStatement(
        ORGANISATION,
        ORDER,
        EUR,
        4,
        order.equals("training"),
        !isPlaced,
        goods,
        order.equals("on account") ? 5_000 : 0);
  }
}
