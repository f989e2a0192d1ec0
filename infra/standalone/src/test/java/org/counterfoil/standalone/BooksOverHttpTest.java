package org.counterfoil.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of postings, each row by the HTTP contract on the running application. */
class BooksOverHttpTest {

  private static final Duration SOON = Duration.ofSeconds(20);

  private final DrivenCounterfoil counterfoil = DrivenCounterfoil.running();

  static List<String> rows() throws IOException {
    try (InputStream table = BooksOverHttpTest.class.getResourceAsStream("books-over-http.table")) {
      return new String(table.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .skip(1)
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("rows")
  void isBookedAsTheTableSays(String row) {
    String[] cells = row.split("\\s*\\|\\s*");
    List<String> steps = List.of(cells[0].split(",\\s*"));
    Accountancy theatre =
        new Accountancy(counterfoil.shop(), "Europe/Paris", "Europe/Paris", "00:00");
    if (steps.getFirst().startsWith("fee ")) {
      theatre.askFor(steps.getFirst().split(" ")[1]);
      steps = steps.subList(1, steps.size());
    }
    theatre.perform("2045-03-14T19:30:00Z", "2045-03-14T21:30:00Z", prices(steps));
    steps.subList(0, steps.size() - 1).forEach(step -> take(step, theatre));
    long heard = theatre.position();

    take(steps.getLast(), theatre);

    assertThat(theatre.entriesSince(heard))
        .isEqualTo(cells[1].equals("-") ? List.of() : entries(cells[1], cells[2]));
    assertThat(theatre.books("/ledgers").get("balanced").asBoolean()).isTrue();
  }

  /** One, or several with {@code &} between them. */
  private static List<String> entries(String debit, String credit) {
    String[] debits = debit.split(" & ");
    String[] credits = credit.split(" & ");
    List<String> entries = new ArrayList<>();
    for (int entry = 0; entry < debits.length; entry++) {
      entries.add(debits[entry] + " | " + credits[entry]);
    }
    return entries;
  }

  private static long feeOf(List<String> words) {
    return words.contains("fee") ? Accountancy.minor(words.getLast()) : 0;
  }

  private static List<String> prices(List<String> steps) {
    List<String> named =
        steps.stream()
            .filter(step -> !step.startsWith("passes "))
            .flatMap(step -> Arrays.stream(step.split(" ")))
            .filter(word -> word.contains("@"))
            .distinct()
            .toList();
    return named.isEmpty() ? List.of("25.00@5.5") : named;
  }

  private static void take(String step, Accountancy theatre) {
    List<String> words = List.of(step.split(" "));
    switch (words.getFirst()) {
      case "sell" -> theatre.sell(words.get(1), words.get(2));
      case "order" -> theatre.order(words.subList(1, words.size()));
      case "elsewhere" ->
          theatre.exchangeElsewhere(
              words.get(1),
              words.size() < 3
                  ? Map.of()
                  : words.get(2).equals("to")
                      ? Map.of("to", words.get(3))
                      : Map.of("method", words.get(2)));
      case "open-till" -> theatre.openTill(Accountancy.minor(words.get(1)));
      case "count" -> theatre.till("/count", "countedMinor", Accountancy.minor(words.get(1)));
      case "bank" -> theatre.till("/banking", "amountMinor", Accountancy.minor(words.get(1)));
      case "arrive" -> theatre.till("/banking/arrival", "arrivedOn", words.get(1));
      case "reserve" -> theatre.reserve(words.subList(1, words.size()));
      case "give-up" -> theatre.giveUp();
      case "pay" -> theatre.pay(words.get(1), Accountancy.minor(words.get(2)));
      case "unpaid" ->
          theatre.payment(
              "/unpaid",
              Map.of(
                  "reasonCode",
                  "UNPAID",
                  "banked",
                  words.contains("banked"),
                  "bankFeeMinor",
                  feeOf(words),
                  "tickets",
                  words.contains("voided") ? "VOIDED" : "KEPT"));
      case "chargeback" ->
          theatre.payment(
              "/chargeback", Map.of("reasonCode", "DISPUTED", "feeMinor", feeOf(words)));
      case "restored" -> theatre.payment("/restoration", Map.of("feeMinor", feeOf(words)));
      case "on-account" -> theatre.putOnAccount();
      case "refund" -> theatre.refund(Accountancy.minor(words.get(1)), words.get(2));
      case "refund-fees" -> theatre.refundFees(false, words.get(1));
      case "refund-with-fees" -> theatre.refundFees(true, words.get(1));
      case "pay-refund" -> theatre.payRefund(words.get(1));
      case "payout" -> theatre.payOver(words.get(1), words.get(2), words.get(3));
      case "passes" -> theatre.offerPasses(words.get(1));
      case "vouchers-at" -> theatre.taxVouchers(words.get(1));
      case "paid-back" -> await().atMost(SOON).until(theatre::hasPaidBack);
      case "performed" -> theatre.complete();
      case "cancelled" -> theatre.cancel(!words.contains("keeping-fees"));
      case "job" -> {
        await()
            .atMost(SOON)
            .until(() -> theatre.job(theatre.performance()).at("/state").asString().equals("DONE"));
        theatre.hearOfOrder();
      }
      default -> throw new IllegalArgumentException("Expected a known step, but got " + step);
    }
  }
}
