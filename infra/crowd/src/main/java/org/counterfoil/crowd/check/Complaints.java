package org.counterfoil.crowd.check;

import java.util.ArrayList;
import java.util.List;

/** Counts what is looked at and what is wrong, and keeps the first few faults. */
public final class Complaints {

  private static final int KEPT = 20;

  private final String name;
  private final List<String> examples = new ArrayList<>();
  private long checked;
  private long faults;

  public Complaints(String name) {
    this.name = name;
  }

  /** Looks at one thing. */
  public void expect(boolean isRight, String otherwise) {
    checked++;
    if (!isRight) {
      faults++;
      if (examples.size() < KEPT) {
        examples.add(otherwise);
      }
    }
  }

  public Checked result() {
    return new Checked(name, checked, faults, examples);
  }
}
