package org.counterfoil.domain.seating;

import org.counterfoil.domain.PublicLabel;
import org.counterfoil.domain.Text;

/**
 * What a seat is called in its plan and in holds, such as {@code ORCH-A-12}. Public text: see
 * {@link PublicLabel}.
 */
public record SeatId(String value) implements Text, Comparable<SeatId> {

  public SeatId {
    value = new PublicLabel(value).value();
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
