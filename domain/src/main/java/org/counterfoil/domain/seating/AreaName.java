package org.counterfoil.domain.seating;

import org.counterfoil.domain.PublicLabel;
import org.counterfoil.domain.Text;

/**
 * The name of a general admission area: places sold by count. Public text: see {@link PublicLabel}.
 */
public record AreaName(String value) implements Text, Comparable<AreaName> {

  public AreaName {
    value = new PublicLabel(value).value();
  }

  @Override
  public int compareTo(AreaName other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
