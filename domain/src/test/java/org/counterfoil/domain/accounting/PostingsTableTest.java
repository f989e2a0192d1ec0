package org.counterfoil.domain.accounting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Walks {@code postings.table}: every thing that happens, and its entry. */
class PostingsTableTest {

  record Row(String steps, String debit, String credit) {}

  static Stream<Row> rows() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(PostingsTableTest.class.getResourceAsStream("postings.table"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .skip(1)
          .map(line -> line.split("\\s*\\|\\s*"))
          .map(fields -> new Row(fields[0], fields[1], fields[2]));
    }
  }

  @ParameterizedTest
  @MethodSource("rows")
  void isBookedAsTheTableSays(Row row) {
    assertThat(written(row.steps())).isEqualTo(row.debit() + " | " + row.credit());
  }

  @Test
  void hasARowForEachAccountThatIsBookedByItself() throws IOException {
    String all = rows().map(row -> row.debit() + ";" + row.credit()).collect(Collectors.joining());
    assertThat(all).contains("511 ", "530 ", "5112 ", "512 ", "411 ", "4191 ", "4197 ");
    assertThat(all).contains("467 ", "627 ");
    assertThat(all)
        .contains("445710 ", "4458 ", "487 ", "706 ", "7088 ", "7541 ", "7588 ", "4192 ");
  }

  @Test
  void aWrongEntryIsFound() {
    assertThat(written("order 25.00@5.5, pay CARD 25.00, complete"))
        .isNotEqualTo("511 25.00 | 487 23.69; 445710 1.31");
  }

  private static String written(String steps) {
    Bookkeeping books = new Bookkeeping();
    Operation last = null;
    for (String step : steps.split(", ")) {
      last = take(step, books);
    }
    return written(last);
  }

  private static @Nullable Operation take(String step, Bookkeeping books) {
    List<String> words = Arrays.asList(step.split(" "));
    return switch (words.getFirst()) {
      case "order" -> {
        books.order(words.subList(1, words.size()));
        yield null;
      }
      case "agent" -> books.throughAgent();
      case "agent-takes" -> books.agentTakes(words.get(1), Bookkeeping.minor(words.get(2)));
      case "agent-gives" -> books.agentGives(words.get(1), Bookkeeping.minor(words.get(2)));
      case "settle" -> books.agent().settle(words.get(1), Bookkeeping.minor(words.get(2)));
      case "pay" ->
          books.pay(
              words.get(1),
              Bookkeeping.minor(words.get(2)),
              Currency.getInstance(words.contains("in") ? words.getLast() : "EUR"));
      case "complete" -> books.complete();
      case "lapse" -> books.lapse();
      case "due" -> books.due(Integer.parseInt(words.get(1)));
      case "back" -> books.back(Integer.parseInt(words.get(1)));
      case "refund" ->
          books.refund(
              Integer.parseInt(words.get(1)),
              Bookkeeping.minor(words.get(2)),
              words.get(3).equals("paid"),
              words.get(4));
      case "refund-lines" -> books.refundLines(words.get(1), false, words.get(2), words.get(3));
      case "refund-all" -> books.refundLines("", true, words.get(1), words.get(2));
      case "exchange" ->
          books.exchange(
              Integer.parseInt(words.get(1)),
              words.get(2),
              words.size() < 4 || words.get(3).equals("paid"),
              words.size() < 5 ? "CARD" : words.get(4));
      case "leave" ->
          books.leave(
              Integer.parseInt(words.get(1)),
              Bookkeeping.minor(words.get(2).split("@")[0]),
              words.get(2).split("@")[1],
              words.size() < 4 || words.get(3).equals("paid"),
              words.size() < 5 ? "CARD" : words.get(4));
      case "enter" -> books.enter(Bookkeeping.minor(words.get(1)));
      case "take-back" -> books.takeBack(Integer.parseInt(words.get(1)));
      case "repay" -> books.repay();
      case "bounce" ->
          books.bounce(
              Integer.parseInt(words.get(1)),
              words.contains("banked"),
              words.contains("fee") ? Bookkeeping.minor(words.getLast()) : 0);
      case "restore" ->
          books.restore(
              Integer.parseInt(words.get(1)),
              words.contains("banked"),
              words.contains("fee") ? Bookkeeping.minor(words.getLast()) : 0);
      case "pay-refund" -> books.payRefund(words.get(1));
      case "taxed-voucher" -> books.vouchers().issue(words.get(1));
      case "taxed-spent" -> books.vouchers().spend(Bookkeeping.minor(words.get(1)));
      case "taxed-credited" -> books.vouchers().credit(Bookkeeping.minor(words.get(1)));
      case "taxed-expired" -> books.vouchers().expire();
      case "voucher-expired" -> books.vouchers().expirePlain(Bookkeeping.minor(words.get(1)));
      case "pass" -> books.pass().issue(words.get(1));
      case "pass-used" -> books.pass().use(Integer.parseInt(words.get(1)));
      case "pass-returned" -> books.pass().giveBack(Integer.parseInt(words.get(1)));
      case "pass-unused" -> books.pass().expire();
      case "performed" -> books.performed();
      case "cancelled" -> books.cancelled();
      default -> throw new IllegalArgumentException("Expected a known step, but got " + step);
    };
  }

  private static String written(@Nullable Operation operation) {
    Posting posting = operation == null ? null : operation.posting();
    if (posting == null) {
      return "- | -";
    }
    List<String> debits = new ArrayList<>();
    List<String> credits = new ArrayList<>();
    for (PostingLine line : posting.lines()) {
      String text =
          Bookkeeping.number(line.account())
              + " "
              + BigDecimal.valueOf(Math.abs(line.debitMinor()), 2).toPlainString();
      (line.debitMinor() > 0 ? debits : credits).add(text);
    }
    return String.join("; ", debits) + " | " + String.join("; ", credits);
  }
}
