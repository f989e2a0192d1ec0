package org.counterfoil.domain.accounting;

import static org.counterfoil.domain.Theatre.EUR;
import static org.counterfoil.domain.Theatre.NOW;
import static org.counterfoil.domain.Theatre.ORGANISATION;
import static org.counterfoil.domain.Theatre.PERFORMANCE;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Consumer;
import org.counterfoil.domain.Decision;
import org.counterfoil.domain.Given;
import org.counterfoil.domain.PublicLabel;
import org.counterfoil.domain.Theatre;
import org.counterfoil.domain.money.Money;
import org.counterfoil.domain.money.TaxRate;
import org.counterfoil.domain.order.PaymentId;
import org.counterfoil.domain.order.RefundId;
import org.counterfoil.domain.pass.Pass;
import org.counterfoil.domain.pass.PassCommand;
import org.counterfoil.domain.pass.PassCommand.ExpirePass;
import org.counterfoil.domain.pass.PassCommand.ReturnUses;
import org.counterfoil.domain.pass.PassCommand.UsePass;
import org.counterfoil.domain.pass.PassDecider;
import org.counterfoil.domain.pass.PassEvent;
import org.counterfoil.domain.pass.PassEvent.PassIssued;
import org.counterfoil.domain.pass.PassId;
import org.counterfoil.domain.pass.PassTerms;
import org.counterfoil.domain.performance.PassOfferCode;

/** One pass, and what is booked of it; the entries of its orders are theirs. */
final class PassKeeping {

  private static final PassDecider PASSES = new PassDecider();
  private static final PassId PASS = new PassId(Theatre.id(750));

  private final Consumer<Operation> books;
  private final Pass pass = new Pass();
  private long lastId = 75_000;

  PassKeeping(Consumer<Operation> books) {
    this.books = books;
  }

  /** As {@code 10x18.00@5.5}. */
  Operation issue(String offer) {
    String[] parts = offer.split("[x@]");
    PassTerms terms =
        new PassTerms(
            new PassOfferCode("TEN"),
            new PublicLabel("Carte"),
            Integer.parseInt(parts[0]),
            new Money(Objects.requireNonNull(Bookkeeping.minor(parts[1])), EUR),
            new TaxRate(parts[2]),
            null,
            365,
            null);
    return book(
        new PassIssued(
            PASS,
            ORGANISATION,
            Given.order(1),
            terms,
            terms.uses(terms.uses()),
            terms.endOfOnePaidAt(NOW)));
  }

  Operation use(int uses) {
    return decide(
        new UsePass(
            PASS, Given.order(1), PERFORMANCE, new PaymentId(Theatre.id(lastId++)), of(uses)),
        NOW);
  }

  Operation giveBack(int uses) {
    return decide(
        new ReturnUses(
            PASS, Given.order(1), PERFORMANCE, new RefundId(Theatre.id(lastId++)), of(uses)),
        NOW);
  }

  Operation expire() {
    return decide(new ExpirePass(PASS), NOW.plus(Duration.ofDays(400)));
  }

  private Money of(int uses) {
    return pass.issued().terms().use().times(uses);
  }

  private Operation decide(PassCommand command, Instant now) {
    return book(
        ((Decision.Accepted<PassEvent>) PASSES.decide(command, pass, now)).events().getFirst());
  }

  private Operation book(PassEvent event) {
    PASSES.evolve(pass, event);
    Operation operation = Objects.requireNonNull(PassPostings.post(event));
    books.accept(operation);
    return operation;
  }
}
