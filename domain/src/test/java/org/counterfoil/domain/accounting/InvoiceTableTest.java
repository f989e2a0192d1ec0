package org.counterfoil.domain.accounting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.counterfoil.domain.Theatre.EUR;
import static org.counterfoil.domain.Theatre.NOW;
import static org.counterfoil.domain.Theatre.ORGANISATION;
import static org.counterfoil.domain.accounting.InvoiceFacts.ORDER;
import static org.counterfoil.domain.accounting.InvoiceFacts.ticket;

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

  private final AccountingDecider decider = new AccountingDecider();

  @Test
  void everyCellIsAnsweredAsTheTableSays() {
    DecisionTable.Walk walk =
        DecisionTable.read(InvoiceTableTest.class, "invoice.table").walk(columns(), this::decide);

    System.out.println("invoice.table: " + walk.rows() + " rows, " + walk.cells() + " cells");
    assertThat(walk.faults()).isEmpty();
    assertThat(walk.cells()).isEqualTo(2 * 6 * 5 + 2 * 3 * 5);
  }

  private static Map<String, Set<String>> columns() {
    Map<String, Set<String>> columns = new LinkedHashMap<>();
    columns.put("command", DecisionTable.recordsOf(InvoicingCommand.class));
    columns.put("order", values("training", "placed", "free", "back", "paid", "on account"));
    columns.put("invoiced", values("no", "yes"));
    columns.put(
        "change",
        values("known", "ticket back", "free one back", "exchanged", "exchanged for a free one"));
    return columns;
  }

  private static Set<String> values(String... values) {
    return new LinkedHashSet<>(List.of(values));
  }

  private String decide(Map<String, String> cell) {
    boolean isInvoiced = cell.get("invoiced").equals("yes");
    String order = cell.get("order");
    boolean couldBe = List.of("paid", "on account", "back").contains(order);
    if (isInvoiced && !couldBe) {
      return "impossible";
    }
    Books books = new Books();
    if (isInvoiced) {
      Then.events(
              decider.decide(InvoiceFacts.issue(ORDER, "BC-1", FIRST, SECOND, FREE), books, NOW))
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
            case "known" -> InvoiceFacts.correct(4, List.of(FIRST), List.of());
            case "ticket back" -> InvoiceFacts.correct(5, List.of(FIRST), List.of());
            case "free one back" -> InvoiceFacts.correct(5, List.of(FREE), List.of());
            case "exchanged" ->
                InvoiceFacts.correct(5, List.of(FIRST, FREE), List.of(ticket(4, 3_318, 182)));
            case "exchanged for a free one" ->
                InvoiceFacts.correct(5, List.of(FIRST), List.of(ticket(4, 0, 0)));
            default -> throw new AssertionError("Expected a change, but it is " + cell);
          };
      default -> throw new AssertionError("Expected a command with a table, but it is " + cell);
    };
  }

  private static OrderStatement statement(String order) {
    boolean isPlaced = order.equals("placed");
    List<InvoicedTicket> tickets =
        switch (order) {
          case "placed", "back" -> List.of();
          case "free" -> List.of(FREE);
          default -> List.of(FIRST, SECOND, FREE);
        };
    return new OrderStatement(
        ORGANISATION,
        ORDER,
        EUR,
        4,
        order.equals("training"),
        !isPlaced,
        tickets,
        order.equals("on account") ? 5_000 : 0);
  }
}
