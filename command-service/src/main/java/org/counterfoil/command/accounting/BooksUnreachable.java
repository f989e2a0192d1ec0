package org.counterfoil.command.accounting;

import org.jspecify.annotations.Nullable;

/** The process that keeps the books did not answer, or not in time. */
final class BooksUnreachable extends RuntimeException {

  private static final long serialVersionUID = 1;

  BooksUnreachable(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
