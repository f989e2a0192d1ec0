package org.counterfoil.http.problem;

import org.jspecify.annotations.Nullable;

/**
 * Turns a service's own exceptions into problems, such as a full lane into {@link
 * ProblemCode#OVERLOADED}. Every bean of this type is asked before an exception counts as
 * unexpected.
 */
@FunctionalInterface
public interface ProblemTranslation {

  /** The problem that is answered, or nothing where the exception is none of this translation's. */
  @Nullable Problem of(Throwable thrown);
}
