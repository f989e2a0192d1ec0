package org.counterfoil.eventstore.engine;

import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * Which positions a unit of work appended. They count once it has committed: after a rollback
 * others get them.
 *
 * @param last not less than {@code first}
 */
public record AppendedPositions(long first, long last) {

  /** Under which the root unit of work's resources hold it, from its prepare-commit phase on. */
  public static final String KEY = AppendedPositions.class.getName();

  /** What the root of this unit of work appended, or null where it appended nothing (yet). */
  public static @Nullable AppendedPositions of(UnitOfWork<?> unitOfWork) {
    return unitOfWork.root().getResource(KEY);
  }

  /** Axon appends again where events are published while it prepares the commit. */
  void addToCurrentRoot() {
    if (CurrentUnitOfWork.isStarted()) {
      UnitOfWork<?> root = CurrentUnitOfWork.get().root();
      AppendedPositions earlier = of(root);
      root.resources()
          .put(KEY, earlier == null ? this : new AppendedPositions(earlier.first(), last));
    }
  }
}
