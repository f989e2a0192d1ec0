package org.counterfoil.domain.accounting;

/**
 * What was booked of one performance so far; a value.
 *
 * @param unearned what was sold for it and neither taken back nor earned: its part of account 487,
 *     and the tax on it
 */
public record PerformanceBooks(Stage stage, ByRate unearned) {

  /** Whether it has taken place. */
  public enum Stage {
    COMING,
    TAKEN_PLACE,
    CANCELLED
  }

  public static final PerformanceBooks SCHEDULED =
      new PerformanceBooks(Stage.COMING, ByRate.NOTHING);

  /** Where the revenue of a sale now belongs. */
  Account revenue() {
    return stage == Stage.TAKEN_PLACE ? Account.REVENUE : Account.DEFERRED_REVENUE;
  }

  /** After an operation that sold something for it, or took something back. */
  public PerformanceBooks after(Operation operation) {
    return stage == Stage.COMING
        ? new PerformanceBooks(stage, unearned.plus(operation.sold()).minus(operation.beside()))
        : this;
  }
}
