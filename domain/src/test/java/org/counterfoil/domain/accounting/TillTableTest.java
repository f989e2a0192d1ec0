package org.counterfoil.domain.accounting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.counterfoil.domain.Theatre.NOW;
import static org.counterfoil.domain.Theatre.ORGANISATION;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.counterfoil.domain.Actor;
import org.counterfoil.domain.DecisionTable;
import org.counterfoil.domain.Theatre;
import org.counterfoil.domain.accounting.TillCommand.BankTill;
import org.counterfoil.domain.accounting.TillCommand.CountTill;
import org.counterfoil.domain.accounting.TillCommand.OpenTill;
import org.counterfoil.domain.accounting.TillCommand.RecordBanking;
import org.counterfoil.domain.accounting.TillEvent.BankingArrived;
import org.counterfoil.domain.accounting.TillEvent.TillBanked;
import org.counterfoil.domain.accounting.TillEvent.TillCounted;
import org.counterfoil.domain.accounting.TillEvent.TillOpened;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Walks {@code till.table}: every command about tills at every step; and what a till books. */
class TillTableTest {

  private static final Actor KEEPER = new Actor(Actor.Kind.OPERATOR, Theatre.id(1));
  private static final Actor ANOTHER = new Actor(Actor.Kind.OPERATOR, Theatre.id(2));
  private static final LocalDate DAY = LocalDate.of(2026, 12, 2);
  private static final List<String> STEPS = List.of("none", "open", "counted", "banked", "arrived");
  private static final long COUNTED = 17_500;

  private final AccountingDecider decider = new AccountingDecider();

  @Test
  void everyCellIsAnsweredAsTheTableSays() {
    DecisionTable.Walk walk =
        DecisionTable.read(TillTableTest.class, "till.table").walk(columns(), this::decide);

    System.out.println("till.table: " + walk.rows() + " rows, " + walk.cells() + " cells");
    assertThat(walk.faults()).isEmpty();
    assertThat(walk.cells()).isEqualTo(4 * 5 * 2 * 5 * 2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "17500 | - | -",
        "17000 | 658 500 | 530 500",
        "18000 | 530 500 | 758 500",
        "0 | 658 17500 | 530 17500"
      })
  void aDifferenceIsBookedOnItsOwnAccount(long counted, String debit, String credit) {
    Operation operation =
        TillKeeping.book(new TillCounted(ORGANISATION, 1, 15_000, 40, 2_500, counted));

    assertThat(operation.cashMinor()).as("no buyer's money").isZero();
    assertThat(sides(operation)).isEqualTo(debit == null ? "" : debit + " | " + credit);
  }

  @Test
  void bankingGoesByTheAccountBetween() {
    assertThat(sides(TillKeeping.book(new TillBanked(ORGANISATION, 1, 2_500))))
        .isEqualTo("580 2500 | 530 2500");
    assertThat(sides(TillKeeping.book(new BankingArrived(ORGANISATION, 1, 2_500, DAY))))
        .isEqualTo("512 2500 | 580 2500");
    assertThat(sides(TillKeeping.book(new TillOpened(ORGANISATION, 1, KEEPER, 15_000)))).isEmpty();
  }

  private static String sides(Operation operation) {
    Posting posting = operation.posting();
    if (posting == null) {
      return "";
    }
    List<String> sides = new ArrayList<>();
    for (PostingLine line : posting.lines()) {
      String number = ChartOfAccounts.USUAL.resolve(line.account(), List.of()).number().value();
      sides.add(number + " " + Math.abs(line.debitMinor()));
    }
    return String.join(" | ", sides);
  }

  private static Map<String, Set<String>> columns() {
    Map<String, Set<String>> columns = new LinkedHashMap<>();
    columns.put("command", DecisionTable.recordsOf(TillCommand.class));
    columns.put("session", new LinkedHashSet<>(STEPS));
    columns.put("keeper", new LinkedHashSet<>(List.of("same", "another")));
    columns.put(
        "amount",
        new LinkedHashSet<>(List.of("less than nothing", "nothing", "all", "more", "absurd")));
    columns.put("day", new LinkedHashSet<>(List.of("same", "another")));
    return columns;
  }

  private String decide(Map<String, String> cell) {
    Books books = new Books();
    List<TillEvent> events =
        List.of(
            new TillOpened(ORGANISATION, 1, KEEPER, 15_000),
            new TillCounted(ORGANISATION, 1, 15_000, 40, 2_500, COUNTED),
            new TillBanked(ORGANISATION, 1, COUNTED),
            new BankingArrived(ORGANISATION, 1, COUNTED, DAY));
    events
        .subList(0, STEPS.indexOf(cell.get("session")))
        .forEach(event -> decider.evolve(books, event));
    return DecisionTable.answer(decider.decide(command(cell), books, NOW));
  }

  private static TillCommand command(Map<String, String> cell) {
    long amount =
        switch (cell.get("amount")) {
          case "less than nothing" -> -1;
          case "nothing" -> 0;
          case "all" -> COUNTED;
          case "more" -> COUNTED + 1;
          default -> Long.MAX_VALUE;
        };
    return switch (cell.get("command")) {
      case "OpenTill" ->
          new OpenTill(ORGANISATION, cell.get("keeper").equals("same") ? KEEPER : ANOTHER, amount);
      case "CountTill" -> new CountTill(ORGANISATION, 1, 40, 2_500, amount);
      case "BankTill" -> new BankTill(ORGANISATION, 1, amount);
      case "RecordBanking" ->
          new RecordBanking(
              ORGANISATION, 1, cell.get("day").equals("same") ? DAY : DAY.plusDays(1));
      default -> throw new AssertionError("Expected a command with a table, but it is " + cell);
    };
  }
}
