package org.counterfoil.domain.seating;

import java.util.regex.Pattern;
import org.counterfoil.domain.InvalidText;
import org.counterfoil.domain.Text;

/**
 * What a seat is called in its plan and in holds, such as {@code ORCH-A-12}: 1 to 200 characters
 * without control characters and without {@code @}. Less strict than {@link
 * org.counterfoil.domain.PublicLabel}, because seats of imported plans are often called by a UUID
 * or by zero-filled numbers, some of which look like telephone numbers and are none.
 */
public record SeatId(String value) implements Text, Comparable<SeatId> {

  private static final Pattern FORM = Pattern.compile("[^@]{1,200}");

  public SeatId {
    if (!FORM.matcher(value).matches() || value.isBlank() || !Text.isPlain(value)) {
      throw new InvalidText(
          "Expected a seat id of 1 to 200 characters, none of them a control character or @, but it"
              + " is not");
    }
  }

  @Override
  public int compareTo(SeatId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
