package org.counterfoil.command.payment.simulated;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happens to a payment, by the words of its reference, which are separated by hyphens:
 *
 * <ul>
 *   <li>{@code AUTO}: the buyer pays at once, without opening the page
 *   <li>{@code DECLINE}: the card is refused, however the buyer decides
 *   <li>{@code DELAY} and seconds, such as {@code DELAY-30}: the notification waits
 *   <li>{@code DOUBLE}: the notification is sent twice
 *   <li>{@code DISORDER}: the card failed before it was charged, and "failed" arrives a second
 *       after "captured"
 *   <li>{@code NEVER}: no notification is ever sent
 *   <li>{@code DISPUTE}: a second after it is charged, the money is taken back, for a fee of 15.00
 *   <li>{@code WON}: with {@code DISPUTE}, it comes again with the fee, another second later
 * </ul>
 *
 * Any other reference, or none: the buyer decides on the page, and one notification follows.
 */
record Scenario(
    boolean isAutomatic,
    boolean isDeclined,
    Duration delay,
    boolean isDoubled,
    boolean isDisordered,
    boolean isSilent,
    boolean isDisputed,
    boolean isWon) {

  private static final int LONGEST_DELAY = 86_400;
  private static final int USUAL_DELAY = 30;

  static Scenario of(@Nullable String reference) {
    List<String> words = reference == null ? List.of() : List.of(reference.split("-"));
    return new Scenario(
        words.contains("AUTO"),
        words.contains("DECLINE"),
        delay(words),
        words.contains("DOUBLE"),
        words.contains("DISORDER"),
        words.contains("NEVER"),
        words.contains("DISPUTE"),
        words.contains("DISPUTE") && words.contains("WON"));
  }

  private static Duration delay(List<String> words) {
    int place = words.indexOf("DELAY");
    if (place < 0) {
      return Duration.ZERO;
    }
    String seconds = place + 1 < words.size() ? words.get(place + 1) : "";
    return seconds.matches("[0-9]{1,6}")
        ? Duration.ofSeconds(Math.min(Integer.parseInt(seconds), LONGEST_DELAY))
        : Duration.ofSeconds(USUAL_DELAY);
  }
}
