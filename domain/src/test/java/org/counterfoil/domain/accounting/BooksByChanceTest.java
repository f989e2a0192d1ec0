package org.counterfoil.domain.accounting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.counterfoil.domain.Theatre.EUR;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.counterfoil.domain.accounting.PerformanceBooks.Stage;
import org.counterfoil.domain.money.TaxRate;
import org.junit.jupiter.api.Test;

/** Orders by chance: what must always hold of the books, after each step. */
class BooksByChanceTest {

  private static final long SEED = Long.getLong("counterfoil.seed", 20_261_127);
  private static final List<String> RATES = List.of("0", "0.9", "2.1", "5.5", "10", "20");
  private static final List<String> METHODS =
      List.of("CARD", "CASH", "CHEQUE", "TRANSFER", "VOUCHER");

  @Test
  void ledgersAgreeAndDeferredRevenueIsWhatWasSold() {
    System.out.println("counterfoil.seed=" + SEED);
    Random random = new Random(SEED);
    for (int run = 0; run < 300; run++) {
      Bookkeeping books = new Bookkeeping();
      for (int order = random.nextInt(8); order >= 0; order--) {
        sell(books, random);
        assertSound(books);
      }
      boolean isFeeLeft = false;
      if (random.nextBoolean()) {
        books.order(List.of("30.00@5.5", "12.00@20", "FEE:3.00@20"));
        books.pay("CARD", 4_500, EUR);
        books.complete();
        exchangeByChance(books, random);
        refundByChance(books, random);
        isFeeLeft = random.nextBoolean();
        if (!isFeeLeft) {
          books.refundLines(
              "FEE", false, any(List.of("paid", "owed"), random), any(METHODS, random));
        }
        assertSound(books);
      }
      if (random.nextBoolean()) {
        books.performed();
      } else {
        books.cancelled();
      }
      if (isFeeLeft && random.nextBoolean()) {
        books.refundLines("FEE", false, any(List.of("paid", "owed"), random), any(METHODS, random));
      }
      assertSound(books);
      assertThat(books.balanceMinor(Account.DEFERRED_REVENUE)).as("seed %s", SEED).isZero();
    }
  }

  @Test
  void partsOfAPriceAddUpWhateverTheyAre() {
    Random random = new Random(SEED);
    for (int run = 0; run < 2_000; run++) {
      ByRate price = price(random);
      ByRate sum = ByRate.NOTHING;
      long paid = 0;
      while (paid < price.grossMinor()) {
        long part = Math.min(price.grossMinor() - paid, 1 + random.nextInt(4_000));
        ByRate share = price.share(paid + part).minus(price.share(paid));
        assertThat(share.grossMinor()).as("seed %s", SEED).isEqualTo(part);
        sum = sum.plus(share);
        paid += part;
      }
      assertThat(sum).as("seed %s", SEED).isEqualTo(price);
    }
  }

  @Test
  void taxOfRefundedPartsAddsUpToThatOfTheTicket() {
    TaxRate rate = new TaxRate("5.5");
    assertThat(TaxParts.taxOfPart(rate, 2_500, 1_000)).isEqualTo(52);
    long tax =
        TaxParts.taxOfPart(rate, 2_500, 833)
            + TaxParts.taxOfPart(rate, 1_667, 833)
            + TaxParts.taxOfPart(rate, 834, 834);
    assertThat(tax).isEqualTo(130);
  }

  /** 25.00 in three parts leaves nothing on any account. */
  @Test
  void aRefundInThreePartsLeavesNothing() {
    Bookkeeping books = new Bookkeeping();
    books.order(List.of("25.00@5.5"));
    books.pay("CARD", 2_500, EUR);
    books.complete();
    books.refund(1, 833, true, "CARD");
    books.refund(1, 833, true, "CARD");
    books.refund(1, 834, true, "CARD");

    for (Account account : Account.values()) {
      assertThat(books.balanceMinor(account)).as(account.name()).isZero();
    }
    assertSound(books);
  }

  private static void sell(Bookkeeping books, Random random) {
    List<String> places = new ArrayList<>();
    for (int place = random.nextInt(5); place >= 0; place--) {
      places.add(random.nextInt(60) + "." + (10 + random.nextInt(90)) + "@" + any(RATES, random));
    }
    if (random.nextInt(3) == 0) {
      places.add("FEE:" + (1 + random.nextInt(5)) + ".50@20");
    }
    if (random.nextInt(4) == 0) {
      places.add("DONATION:" + (1 + random.nextInt(20)) + ".00@0");
    }
    if (random.nextInt(4) == 0) {
      places.add("VOUCHER:" + (1 + random.nextInt(80)) + ".00@0");
    }
    books.order(places);
    long price = books.order().price().grossMinor();
    long paid = 0;
    int payments = 0;
    while (paid < price && random.nextInt(10) > 0) {
      long part = random.nextBoolean() ? price - paid : 1 + random.nextLong(price - paid);
      books.pay(any(METHODS, random), part, EUR);
      paid += part;
      payments++;
    }
    if (paid == price || random.nextInt(5) == 0) {
      books.complete();
      if (paid < price && random.nextBoolean()) {
        books.pay("TRANSFER", price - paid, EUR);
      }
      return;
    }
    books.lapse();
    for (int n = 1; n <= payments; n++) {
      books.due(n);
      if (random.nextBoolean()) {
        books.back(n);
      }
    }
  }

  /** A single-purpose voucher leaves nothing but the tax on what of it was not spent. */
  @Test
  void nothingIsLeftOfASinglePurposeVoucher() {
    Random random = new Random(SEED);
    for (int run = 0; run < 300; run++) {
      Bookkeeping books = new Bookkeeping();
      long balance = 1L + random.nextInt(9_000);
      books
          .vouchers()
          .issue("%d.%02d@%s".formatted(balance / 100, balance % 100, any(RATES, random)));
      while (balance > 0 && random.nextInt(5) > 0) {
        long part = 1 + random.nextLong(balance);
        books.vouchers().spend(part);
        balance -= part;
        if (random.nextInt(4) == 0) {
          books.vouchers().credit(part);
          balance += part;
        }
        assertSound(books);
      }
      if (balance > 0) {
        books.vouchers().expire();
      }
      assertSound(books);
      assertThat(books.balanceMinor(Account.SINGLE_PURPOSE_VOUCHERS)).as("seed %s", SEED).isZero();
    }
  }

  /** The second ticket, so that the first still costs what it did. */
  private static void exchangeByChance(Bookkeeping books, Random random) {
    long price = 1_200;
    for (int n = random.nextInt(4); n > 0; n--) {
      long other = random.nextInt(3_000);
      if (other > price) {
        books.pay(any(METHODS, random), other - price, EUR);
      }
      String place = "%d.%02d@%s".formatted(other / 100, other % 100, any(RATES, random));
      boolean isPaid = random.nextBoolean();
      books.exchange(2, place, isPaid, any(METHODS, random));
      if (other < price && !isPaid && random.nextBoolean()) {
        books.payRefund(any(METHODS, random));
      }
      price = other;
      assertSound(books);
    }
  }

  private static void refundByChance(Bookkeeping books, Random random) {
    long left = 3_000;
    while (left > 0 && random.nextInt(4) > 0) {
      long part = 1 + random.nextLong(left);
      left -= part;
      boolean isPaid = random.nextBoolean();
      books.refund(1, part, isPaid, any(METHODS, random));
      if (!isPaid && random.nextBoolean()) {
        books.payRefund(any(METHODS, random));
      }
      assertSound(books);
    }
  }

  private static void assertSound(Bookkeeping books) {
    long sales = 0;
    long cash = 0;
    long receivables = 0;
    long settled = 0;
    ByRate due = ByRate.NOTHING;
    for (Operation operation : books.operations()) {
      sales += operation.salesMinor();
      cash += operation.cashMinor();
      receivables += operation.receivablesMinor();
      settled += operation.settledMinor();
      due = due.plus(operation.taxDue());
    }
    assertThat(sales).as("seed %s", SEED).isEqualTo(cash + receivables - settled);
    assertThat(cash).as("money of seed %s", SEED).isEqualTo(books.moneyMinor());
    assertThat(-due.taxMinor())
        .as("tax of seed %s", SEED)
        .isEqualTo(books.balanceMinor(Account.TAX_COLLECTED));
    if (books.performance().stage() == Stage.COMING) {
      assertThat(-books.performance().unearned().netMinor())
          .as("deferred of seed %s", SEED)
          .isEqualTo(books.balanceMinor(Account.DEFERRED_REVENUE));
    }
  }

  private static ByRate price(Random random) {
    ByRate price = ByRate.NOTHING;
    for (int ticket = random.nextInt(6); ticket >= 0; ticket--) {
      TaxRate rate = new TaxRate(any(RATES, random));
      long gross = 1 + random.nextLong(9_000);
      long tax = TaxParts.taxMinor(rate, gross);
      price = price.plus(ByRate.of(rate, gross - tax, tax));
    }
    return price;
  }

  private static String any(List<String> values, Random random) {
    return values.get(random.nextInt(values.size()));
  }
}
