package org.counterfoil.domain.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.counterfoil.domain.DecisionTable;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.OrderId;
import org.counterfoil.domain.Theatre;
import org.counterfoil.domain.accounting.Account;
import org.counterfoil.domain.accounting.LineAccount;
import org.counterfoil.domain.accounting.Operation;
import org.counterfoil.domain.accounting.OrderBooks;
import org.counterfoil.domain.accounting.OrderPostings;
import org.counterfoil.domain.accounting.PassPostings;
import org.counterfoil.domain.accounting.PerformanceBooks;
import org.counterfoil.domain.accounting.PerformancePostings;
import org.counterfoil.domain.accounting.Posted;
import org.counterfoil.domain.money.PaymentMethod;
import org.counterfoil.domain.money.TaxRate;
import org.counterfoil.domain.order.OrderEvent.OrderPlaced;
import org.counterfoil.domain.order.OrderEvent.PaymentCaptured;
import org.counterfoil.domain.order.OrderEvent.RefundDue;
import org.counterfoil.domain.order.OrderEvent.TicketsExchanged;
import org.counterfoil.domain.order.OrderEvent.TicketsRefunded;
import org.counterfoil.domain.pass.Pass;
import org.counterfoil.domain.pass.PassEvent;
import org.counterfoil.domain.pass.PassEvent.PassExpired;
import org.counterfoil.domain.pass.PassEvent.PassUsed;
import org.counterfoil.domain.pass.PassEvent.PassUsesReturned;
import org.counterfoil.domain.pass.PassId;
import org.counterfoil.domain.pass.PassUses;
import org.counterfoil.domain.performance.PerformanceEvent.PerformanceCancelled;
import org.counterfoil.domain.seathold.TicketId;
import org.junit.jupiter.api.Test;

/**
 * Random sales in which passes and money pay for tickets, come late, go back and end, in any order:
 * no use is ever taken twice or lost, money never pays for a ticket of a pass, and the books say
 * the same.
 */
class PassByChanceTest {

  private static final long SEED = Long.getLong("counterfoil.seed", 20_261_127);
  private static final PassUses USES =
      new PassUses(1, Theatre.EUR, 1_800, 1_706, 94, new TaxRate("5.5"));
  private static final int SALES = 150;
  private static final int STEPS = 120;

  @Test
  void noUseIsTakenTwiceOrLost_andTheBooksSayTheSame() {
    Set<String> met = new TreeSet<>();
    for (long seed = SEED; seed < SEED + SALES; seed++) {
      RandomPasses sale = new RandomPasses(seed);
      for (int step = 0; step < STEPS; step++) {
        sale.step();
      }
      sale.settle();
      sale.desk().log().forEach(event -> met.add(event.getClass().getSimpleName()));
      met.addAll(sale.refusals());

      assertThat(faults(sale)).as("-Dcounterfoil.seed=%d", seed).isEmpty();
    }
    System.out.println(met);
    assertThat(met)
        .as("walks that meet everything")
        .containsAll(DecisionTable.recordsOf(PassEvent.class))
        .contains(
            "PassAsked",
            "TicketsExchanged",
            "RefundDue",
            "PASS_REQUIRED",
            "PASS_USED_UP",
            "PASS_EXPIRED",
            "PASS_USED_FOR_PERFORMANCE",
            "PASS_PAYS_ITS_TICKETS",
            "PASS_PAYMENT_GIVEN_UP",
            "USE_GOES_BACK_WHOLE",
            "PASS_TICKETS_DIFFER");
  }

  /** Were an order to say that a pass paid which never did, this would be found. */
  @Test
  void aPaymentThatNoPassMadeIsAFault() {
    Event made =
        new PassUsed(
            new PassId(Theatre.id(1)),
            Theatre.ORGANISATION,
            new OrderId(Theatre.id(2)),
            Theatre.PERFORMANCE,
            new PaymentId(Theatre.id(3)),
            USES);
    Event heard =
        new PaymentCaptured(
            new OrderId(Theatre.id(2)),
            Theatre.ORGANISATION,
            Theatre.PERFORMANCE,
            new PaymentId(Theatre.id(3)),
            PaymentMethod.PASS,
            ProviderName.PASSES,
            null,
            USES.gross());

    assertThat(faults(List.of(made, heard))).isEmpty();
    assertThat(faults(List.of(heard))).hasSize(1);
    assertThat(faults(List.of(made, made))).hasSize(1);
  }

  private static List<String> faults(RandomPasses sale) {
    List<String> faults = new ArrayList<>(faults(sale.desk().log()));
    for (PassId id : sale.passes()) {
      Pass pass = sale.desk().pass(id);
      if (pass.usesLeft() < 0 || pass.usesLeft() > pass.issued().uses().count()) {
        faults.add(id + " has " + pass.usesLeft() + " uses left");
      }
    }
    for (OrderId id : sale.orders()) {
      Order order = sale.desk().order(id);
      if (order.exists()) {
        faults.addAll(Paid.faults(order));
      }
    }
    faults.addAll(new Booked(sale).faults());
    return faults;
  }

  /** What is wrong with what passes and orders say of each other. */
  private static List<String> faults(List<Event> log) {
    List<String> faults = new ArrayList<>();
    Map<PaymentId, Long> made = new HashMap<>();
    Map<RefundId, Long> owed = new HashMap<>();
    for (Event event : log) {
      switch (event) {
        case PassUsed used -> {
          if (made.put(used.paymentId(), used.uses().grossMinor()) != null) {
            faults.add(used + " is made twice");
          }
        }
        case PaymentCaptured captured -> {
          boolean isByPass = ProviderName.PASSES.equals(captured.provider());
          if (isByPass
              && made.getOrDefault(captured.paymentId(), 0L) != captured.amount().minor()) {
            faults.add(captured + " was never made");
          }
        }
        case RefundDue due when ProviderName.PASSES.equals(due.provider()) ->
            owed.put(due.refundId(), due.amount().minor());
        case TicketsRefunded refunded -> owe(refunded.parts(), owed);
        case TicketsExchanged exchanged -> owe(exchanged.parts(), owed);
        case PassUsesReturned back -> {
          Long minor = owed.remove(back.refundId());
          if (minor == null || minor != back.uses().grossMinor()) {
            faults.add(back + " is not owed");
          }
        }
        default -> {
          // Nothing of a pass.
        }
      }
    }
    return faults;
  }

  private static void owe(List<RefundPart> parts, Map<RefundId, Long> owed) {
    parts.stream()
        .filter(part -> ProviderName.PASSES.equals(part.provider()))
        .forEach(part -> owed.put(part.refundId(), part.amountMinor()));
  }

  /** Of each order: what is left of its pass's tickets was paid by a pass, the rest by money. */
  private record Paid(Order order) {

    static List<String> faults(Order order) {
      List<String> faults = new ArrayList<>();
      if (order.status() == Order.Status.COMPLETED && !order.placed().isWithoutTickets()) {
        long uses = 0;
        long others = 0;
        for (OrderTicket ticket : order.tickets()) {
          TicketId id = ticket.issued().ticket().ticketId();
          if (order.isOfPass(id)) {
            uses += ticket.remainingMinor();
          } else {
            others += ticket.remainingMinor();
          }
        }
        for (OrderLine line : order.lines()) {
          others += line.remainingMinor();
        }
        Paid paid = new Paid(order);
        if (paid.left(true) != uses || paid.left(false) != others) {
          faults.add(
              "Expected a pass to have paid %d and money %d of %s, but they are %d and %d"
                  .formatted(
                      uses, others, order.placed().orderId(), paid.left(true), paid.left(false)));
        }
      }
      return faults;
    }

    private long left(boolean isByPass) {
      return order.payments().stream()
          .filter(payment -> (payment.passId() != null) == isByPass)
          .mapToLong(order::leftOf)
          .sum();
    }
  }

  /** What the same events are in the books. */
  private static final class Booked {

    private final Map<Account, Long> balances = new HashMap<>();
    private final Map<OrderId, OrderBooks> orders = new HashMap<>();
    private final RandomPasses sale;
    private PerformanceBooks performance = PerformanceBooks.SCHEDULED;

    Booked(RandomPasses sale) {
      this.sale = sale;
      sale.desk().log().forEach(this::book);
    }

    private void book(Event event) {
      switch (event) {
        case OrderPlaced placed -> orders.put(placed.orderId(), OrderPostings.begin(placed));
        case OrderEvent step -> {
          Posted posted = OrderPostings.post(step, orders.get(step.orderId()), performance);
          orders.put(step.orderId(), posted.books());
          keep(posted.operation());
        }
        case PassEvent pass -> keep(PassPostings.post(pass));
        case PerformanceCancelled cancelled -> {
          keep(PerformancePostings.cancel(performance));
          performance = PerformancePostings.ended(PerformanceBooks.Stage.CANCELLED);
        }
        default -> {
          // Not booked.
        }
      }
    }

    private void keep(Operation operation) {
      if (operation == null) {
        return;
      }
      performance = performance.after(operation);
      if (operation.posting() != null) {
        operation
            .posting()
            .lines()
            .forEach(
                line -> {
                  if (line.account() instanceof LineAccount.Of of) {
                    balances.merge(of.account(), line.debitMinor(), Long::sum);
                  }
                });
      }
    }

    List<String> faults() {
      List<String> faults = new ArrayList<>();
      long left = 0;
      for (PassId id : sale.passes()) {
        Pass pass = sale.desk().pass(id);
        left += pass.issued().terms().uses(pass.usesLeft()).netMinor();
      }
      long booked = -balances.getOrDefault(Account.PASSES, 0L);
      if (booked != left) {
        faults.add("Expected " + left + " of uses that are left, but booked are " + booked);
      }
      long unused =
          sale.desk().log().stream()
              .filter(PassExpired.class::isInstance)
              .mapToLong(event -> ((PassExpired) event).uses().netMinor())
              .sum();
      if (-balances.getOrDefault(Account.UNUSED_PASSES, 0L) != unused) {
        faults.add("Expected " + unused + " of unused passes, but booked is another");
      }
      long deposits = balances.getOrDefault(Account.DEPOSITS, 0L);
      if (sale.isSettled() && deposits != 0) {
        faults.add("Expected no debt to be left where nothing is under way, but " + deposits);
      }
      return faults;
    }
  }
}
