package org.counterfoil.domain.accounting;

import static org.counterfoil.domain.Theatre.EUR;
import static org.counterfoil.domain.Theatre.ORGANISATION;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Consumer;
import org.counterfoil.domain.Decision;
import org.counterfoil.domain.Given;
import org.counterfoil.domain.Theatre;
import org.counterfoil.domain.money.Money;
import org.counterfoil.domain.money.TaxRate;
import org.counterfoil.domain.order.PaymentId;
import org.counterfoil.domain.order.RefundId;
import org.counterfoil.domain.voucher.Voucher;
import org.counterfoil.domain.voucher.VoucherCommand;
import org.counterfoil.domain.voucher.VoucherCommand.CreditVoucher;
import org.counterfoil.domain.voucher.VoucherCommand.ExpireVoucher;
import org.counterfoil.domain.voucher.VoucherCommand.SpendVoucher;
import org.counterfoil.domain.voucher.VoucherDecider;
import org.counterfoil.domain.voucher.VoucherEvent;
import org.counterfoil.domain.voucher.VoucherEvent.VoucherExpired;
import org.counterfoil.domain.voucher.VoucherEvent.VoucherIssued;
import org.counterfoil.domain.voucher.VoucherId;
import org.counterfoil.domain.voucher.VoucherOrigin;

/** Vouchers, and what is booked of them; the entries of their orders are theirs. */
final class VoucherKeeping {

  private static final VoucherDecider VOUCHERS = new VoucherDecider();
  private static final VoucherId PLAIN = new VoucherId(Theatre.id(700));
  private static final VoucherId TAXED = new VoucherId(Theatre.id(701));

  private final Consumer<Operation> books;
  private Voucher taxed = new Voucher();
  private long lastId = 70_000;

  VoucherKeeping(Consumer<Operation> books) {
    this.books = books;
  }

  /** A single-purpose voucher at such a price, as {@code 50.00@5.5}. */
  Operation issue(String price) {
    String[] parts = price.split("@");
    long gross = Bookkeeping.minor(parts[0]);
    TaxRate rate = new TaxRate(parts[1]);
    taxed = new Voucher();
    return book(
        new VoucherIssued(
            TAXED,
            ORGANISATION,
            Given.order(1),
            VoucherOrigin.SALE,
            new Money(gross, EUR),
            rate,
            Theatre.NOW.plusSeconds(86_400)));
  }

  private Operation decide(VoucherCommand command, Instant now) {
    return book(
        ((Decision.Accepted<VoucherEvent>) VOUCHERS.decide(command, taxed, now))
            .events()
            .getFirst());
  }

  private Operation book(VoucherEvent event) {
    VOUCHERS.evolve(taxed, event);
    Operation operation = Objects.requireNonNull(VoucherPostings.post(event));
    books.accept(operation);
    return operation;
  }

  Operation spend(long minor) {
    return decide(
        new SpendVoucher(
            TAXED, Given.order(1), new PaymentId(Theatre.id(lastId++)), new Money(minor, EUR)),
        Theatre.NOW);
  }

  Operation credit(long minor) {
    return decide(
        new CreditVoucher(
            TAXED, Given.order(1), new RefundId(Theatre.id(lastId++)), new Money(minor, EUR)),
        Theatre.NOW);
  }

  Operation expire() {
    return decide(new ExpireVoucher(TAXED), Theatre.NOW.plus(Duration.ofDays(400)));
  }

  /** What is left of a voucher that no tax was paid for. */
  Operation expirePlain(long minor) {
    Operation operation =
        Objects.requireNonNull(
            VoucherPostings.post(new VoucherExpired(PLAIN, ORGANISATION, new Money(minor, EUR))));
    books.accept(operation);
    return operation;
  }
}
