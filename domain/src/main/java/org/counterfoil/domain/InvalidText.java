package org.counterfoil.domain;

/**
 * A string that is not what its type demands. Thrown by constructors of {@link Text} types at the
 * border, where it becomes a clear answer; never by deciders.
 */
public final class InvalidText extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  /**
   * @param expectation what was expected, in words; the offending text itself is left out, because
   *     it may be about a person
   */
  public InvalidText(String expectation) {
    super(expectation);
  }
}
