package org.counterfoil.crowd.check;

import java.util.List;

/**
 * Something that must hold, and whether it did.
 *
 * @param name a word in capitals, the same in every report
 * @param checked how many things were looked at
 * @param faults how many of them were not as they must be
 * @param examples the first of the faults, in words
 */
public record Checked(String name, long checked, long faults, List<String> examples) {

  public Checked {
    examples = List.copyOf(examples);
  }

  /** Whether it held for everything that was looked at. */
  public boolean holds() {
    return faults == 0;
  }
}
