package org.counterfoil.domain.seating;

import org.counterfoil.domain.PublicLabel;
import org.counterfoil.domain.Text;

/**
 * The name of a price zone: seats that share a price scale. Public text: see {@link PublicLabel}.
 */
public record ZoneName(String value) implements Text, Comparable<ZoneName> {

  public ZoneName {
    value = new PublicLabel(value).value();
  }

  @Override
  public int compareTo(ZoneName other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
