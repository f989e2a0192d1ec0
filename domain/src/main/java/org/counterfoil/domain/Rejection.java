package org.counterfoil.domain;

/**
 * Why a command was refused. Implementations are enums whose constants stand in order of
 * precedence: where several apply, the first is answered.
 */
public interface Rejection {

  /** The stable code that callers see, such as {@code SEAT_ALREADY_HELD}. */
  String name();

  /** The place in its enum: where several codes apply, the least is answered. */
  int ordinal();

  Kind kind();

  /** Whether the same command may succeed later without being changed. */
  boolean retryable();

  /** What sort of refusal it is; becomes an HTTP status in exactly one place. */
  enum Kind {
    /** The request itself makes no sense. */
    INVALID,
    /** The caller may not ask this. */
    FORBIDDEN,
    /** What was named does not exist. */
    NOT_FOUND,
    /** It existed, and has ended. */
    GONE,
    /** The state does not allow it. */
    CONFLICT,
    /** A limit would be exceeded. */
    LIMIT
  }
}
