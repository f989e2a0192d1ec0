package org.counterfoil.domain.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.counterfoil.domain.Given.LIVE;
import static org.counterfoil.domain.Theatre.EUR;
import static org.counterfoil.domain.Theatre.NOW;
import static org.counterfoil.domain.Theatre.ORGANISATION;
import static org.counterfoil.domain.Theatre.PERFORMANCE;
import static org.counterfoil.domain.Theatre.WEB;
import static org.counterfoil.domain.order.OrderFacts.HOLD;
import static org.counterfoil.domain.order.OrderFacts.ORDER;
import static org.counterfoil.domain.order.OrderFacts.payment;
import static org.counterfoil.domain.order.OrderFacts.refund;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.counterfoil.domain.Decision;
import org.counterfoil.domain.Desk;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.Given;
import org.counterfoil.domain.PublicLabel;
import org.counterfoil.domain.Theatre;
import org.counterfoil.domain.accounting.Account;
import org.counterfoil.domain.accounting.ByRate;
import org.counterfoil.domain.accounting.ChartOfAccounts;
import org.counterfoil.domain.accounting.Operation;
import org.counterfoil.domain.accounting.OrderBooks;
import org.counterfoil.domain.accounting.OrderPostings;
import org.counterfoil.domain.accounting.PerformanceBooks;
import org.counterfoil.domain.accounting.PerformanceBooks.Stage;
import org.counterfoil.domain.accounting.PerformancePostings;
import org.counterfoil.domain.accounting.Posted;
import org.counterfoil.domain.accounting.Posting;
import org.counterfoil.domain.money.Money;
import org.counterfoil.domain.money.PaymentMethod;
import org.counterfoil.domain.money.TaxRate;
import org.counterfoil.domain.money.TaxSplit;
import org.counterfoil.domain.order.OrderCommand.PayRefund;
import org.counterfoil.domain.order.OrderCommand.RefundTickets;
import org.counterfoil.domain.order.OrderCommand.RestorePayment;
import org.counterfoil.domain.order.OrderCommand.ReturnCancelled;
import org.counterfoil.domain.order.OrderCommand.TakeBackPayment;
import org.counterfoil.domain.order.OrderCommand.TakePayment;
import org.counterfoil.domain.order.OrderEvent.OrderCompleted;
import org.counterfoil.domain.order.OrderEvent.OrderPlaced;
import org.counterfoil.domain.order.OrderEvent.PaymentCaptured;
import org.counterfoil.domain.performance.CancellationReason;
import org.counterfoil.domain.performance.FeeCode;
import org.counterfoil.domain.performance.PerformanceEvent.PerformanceCancelled;
import org.counterfoil.domain.performance.PerformanceEvent.PerformanceCompleted;
import org.counterfoil.domain.performance.SaleRules;
import org.counterfoil.domain.seathold.PricedTicket;
import org.counterfoil.domain.seathold.TicketId;
import org.counterfoil.domain.seathold.TicketReason;
import org.counterfoil.domain.seating.SeatId;
import org.junit.jupiter.api.Test;

/**
 * Money is taken back, comes again, is paid after all, and tickets come back in any order: after
 * each step the accounts say what the order owes, and in the end nothing is left of what was
 * undone.
 */
class TakenBackByChanceTest {

  private static final long SEED = Long.getLong("counterfoil.seed", 20_261_127);
  private static final int RUNS = 400;
  private static final List<String> RATES = List.of("2.1", "5.5", "10", "20");
  private static final List<String> METHODS = List.of("CARD", "CHEQUE", "TRANSFER", "CASH");

  /** One order, decided and booked as it happens. */
  private static final class Story {
    final Random random;
    final Desk desk = Desk.after(Given.onsale(SaleRules.DEFAULT));
    final Map<String, Long> balances = new TreeMap<>();
    final List<String> told = new ArrayList<>();
    PerformanceBooks performance = PerformanceBooks.SCHEDULED;
    OrderBooks books;
    ByRate due = ByRate.NOTHING;
    int spare = 10;

    Story(Random random) {
      this.random = random;
      List<PricedTicket> tickets =
          IntStream.rangeClosed(1, 1 + random.nextInt(3)).mapToObj(this::ticket).toList();
      List<PricedLine> lines = random.nextInt(3) == 0 ? List.of(fee()) : List.of();
      long total =
          tickets.stream().mapToLong(PricedTicket::faceValueMinor).sum()
              + lines.stream().mapToLong(PricedLine::grossMinor).sum();
      desk.apply(
          Given.placed(
              HOLD, LIVE, tickets.stream().map(t -> t.seatId().value()).toArray(String[]::new)));
      OrderPlaced placed =
          new OrderPlaced(
              ORDER,
              ORGANISATION,
              PERFORMANCE,
              WEB,
              List.of(HOLD),
              tickets,
              lines,
              EUR,
              total,
              0,
              LIVE);
      books = OrderPostings.begin(placed);
      desk.apply(placed);
      long paid = 0;
      for (int n = 1; paid < total; n++) {
        long part =
            n == 3 || random.nextBoolean() ? total - paid : 1 + random.nextLong(total - paid);
        paid += part;
        String method = METHODS.get(random.nextInt(METHODS.size()));
        record(
            new PaymentCaptured(
                ORDER,
                ORGANISATION,
                PERFORMANCE,
                payment(n),
                new PaymentMethod(method),
                null,
                null,
                new Money(part, EUR)));
      }
      desk.apply(Given.sold(HOLD, ORDER, 0, tickets.toArray(PricedTicket[]::new)));
      record(
          new OrderCompleted(
              ORDER,
              ORGANISATION,
              PERFORMANCE,
              IntStream.range(0, tickets.size())
                  .mapToObj(i -> new IssuedNumber(tickets.get(i).ticketId(), i + 1))
                  .toList()));
    }

    private PricedTicket ticket(int n) {
      TaxRate rate = new TaxRate(RATES.get(random.nextInt(RATES.size())));
      TaxSplit split = rate.split(new Money(1 + random.nextLong(5_000), EUR));
      return new PricedTicket(
          Given.ticket(n),
          HOLD,
          new SeatId("ORCH-A-" + n),
          null,
          Theatre.STALLS,
          Theatre.FULL,
          new PublicLabel("Price"),
          split.gross().minor(),
          split.net().minor(),
          split.tax().minor(),
          rate,
          null);
    }

    private PricedLine fee() {
      TaxRate rate = new TaxRate("20");
      TaxSplit split = rate.split(new Money(1 + random.nextLong(500), EUR));
      return new PricedLine(
          new LineId(Theatre.id(900)),
          LineProduct.FEE,
          new FeeCode("BOOKING"),
          new PublicLabel("Fee"),
          1,
          split.gross().minor(),
          split.net().minor(),
          split.tax().minor(),
          rate,
          null);
    }

    Order order() {
      return desk.order(ORDER);
    }

    void record(Event event) {
      desk.apply(event);
      told.add(event.toString());
      if (event instanceof OrderEvent step) {
        Posted posted = OrderPostings.post(step, books, performance);
        books = posted.books();
        if (posted.operation() != null) {
          performance = performance.after(posted.operation());
          keep(posted.operation());
        }
      }
    }

    void keep(Operation operation) {
      due = due.plus(operation.taxDue());
      Posting posting = operation.posting();
      if (posting != null) {
        posting
            .lines()
            .forEach(
                line ->
                    balances.merge(
                        ChartOfAccounts.USUAL.resolve(line.account(), List.of()).number().value(),
                        line.debitMinor(),
                        Long::sum));
      }
    }

    long balance(Account account) {
      return balances.getOrDefault(account.usualNumber().value(), 0L);
    }

    /** Decides, records, and books; what is refused changes nothing. */
    boolean decide(OrderCommand command) {
      return switch (desk.decide(command, NOW)) {
        case Decision.Rejected<? extends Event> refused -> false;
        case Decision.Accepted<? extends Event> accepted -> {
          accepted.events().forEach(this::record);
          yield true;
        }
      };
    }

    void step() {
      switch (random.nextInt(6)) {
        case 0, 1 -> takeBack();
        case 2 -> restore();
        case 3 -> payWhatIsOwed();
        case 4 -> refundSome();
        default -> payRefunds(random.nextBoolean());
      }
    }

    private void takeBack() {
      List<Order.Payment> payments = order().payments();
      Order.Payment one = payments.get(random.nextInt(payments.size()));
      Long part = random.nextInt(3) > 0 ? null : 1 + random.nextLong(one.amount().minor());
      decide(
          new TakeBackPayment(
              ORDER,
              PERFORMANCE,
              one.id(),
              TakenBackReason.DISPUTED,
              part,
              random.nextBoolean(),
              random.nextInt(2_000),
              random.nextInt(5) == 0,
              false));
    }

    private void restore() {
      List<PaymentId> gone = List.copyOf(order().takenBack.keySet());
      if (!gone.isEmpty()) {
        decide(
            new RestorePayment(
                ORDER,
                PERFORMANCE,
                gone.get(random.nextInt(gone.size())),
                random.nextBoolean(),
                0,
                false,
                refund(++spare)));
      }
    }

    void payWhatIsOwed() {
      if (order().isOwing()) {
        PaymentId id = payment(++spare);
        assertThat(
                decide(
                    new TakePayment(
                        ORDER, PERFORMANCE, id, PaymentMethod.CASH, null, order().outstanding())))
            .as("what is owed can be paid")
            .isTrue();
      }
    }

    private void refundSome() {
      List<TicketId> some = new ArrayList<>();
      for (OrderTicket ticket : order().tickets()) {
        if (ticket.remainingMinor() > 0 && random.nextBoolean()) {
          some.add(ticket.issued().ticket().ticketId());
        }
      }
      giveBack(some, random.nextBoolean());
    }

    boolean giveBack(List<TicketId> tickets, boolean withFees) {
      return decide(
          new RefundTickets(
              ORDER,
              PERFORMANCE,
              tickets,
              List.of(),
              withFees,
              null,
              random.nextBoolean() ? RefundTo.CASH : RefundTo.TRANSFER,
              TicketReason.UNPAID,
              true,
              spares()));
    }

    List<RefundId> spares() {
      return order().payments().stream().map(one -> refund(++spare)).toList();
    }

    void payRefunds(boolean all) {
      for (RefundId owed : List.copyOf(order().owed.keySet())) {
        if (all || random.nextBoolean()) {
          decide(new PayRefund(ORDER, PERFORMANCE, owed, PaymentMethod.TRANSFER, null));
        }
      }
    }

    void undoEverything() {
      if (performance.stage() == Stage.CANCELLED) {
        decide(new ReturnCancelled(ORDER, PERFORMANCE, spares()));
      }
      List<TicketId> left =
          order().tickets().stream()
              .filter(ticket -> ticket.remainingMinor() > 0)
              .map(ticket -> ticket.issued().ticket().ticketId())
              .toList();
      boolean isFeeLeft = order().lines().stream().anyMatch(line -> line.remainingMinor() > 0);
      if (!left.isEmpty() || isFeeLeft) {
        assertThat(giveBack(left, isFeeLeft)).as("all can be given back: %s", told).isTrue();
      }
      payRefunds(true);
      payWhatIsOwed();
    }

    void cancel() {
      keep(PerformancePostings.cancel(performance));
      performance = PerformancePostings.ended(Stage.CANCELLED);
      desk.apply(new PerformanceCancelled(PERFORMANCE, CancellationReason.ILLNESS, true, null));
    }

    void perform() {
      keep(PerformancePostings.recognise(performance));
      performance = PerformancePostings.ended(Stage.TAKEN_PLACE);
      desk.apply(new PerformanceCompleted(PERFORMANCE));
    }

    void assertSound() {
      String story = "seed " + SEED + ": " + told;
      assertThat(balance(Account.RECEIVABLES))
          .as("what is owed, %s", story)
          .isEqualTo(order().isOwing() ? order().outstanding().minor() : 0);
      assertThat(order().outstanding().minor()).as(story).isNotNegative();
      assertThat(-balance(Account.TAX_COLLECTED)).as(story).isEqualTo(due.taxMinor());
      assertThat(books.receivableMinor()).as(story).isEqualTo(balance(Account.RECEIVABLES));
      if (!order().isOwing()) {
        assertThat(books.unpaid().isZero()).as("nothing waits, %s", story).isTrue();
      }
    }
  }

  @Test
  void whatIsOwedIsOnTheAccounts_andWhatIsUndoneLeavesNothing() {
    Random random = new Random(SEED);
    for (int run = 0; run < RUNS; run++) {
      Story story = new Story(random);
      story.assertSound();
      int end = random.nextInt(3);
      for (int step = random.nextInt(10); step >= 0; step--) {
        story.step();
        story.assertSound();
        if (story.performance.stage() == Stage.COMING && random.nextInt(6) == 0) {
          if (end == 0) {
            story.cancel();
          } else if (end == 1) {
            story.perform();
          }
        }
      }
      story.undoEverything();
      story.assertSound();
      for (Account account :
          List.of(
              Account.RECEIVABLES,
              Account.TAX_PENDING,
              Account.TAX_COLLECTED,
              Account.DEPOSITS,
              Account.DEFERRED_REVENUE,
              Account.REVENUE,
              Account.FEES,
              Account.REFUNDS_DUE)) {
        assertThat(story.balance(account))
            .as("%s of run %d, seed %d: %s", account, run, SEED, story.told)
            .isZero();
      }
    }
  }
}
