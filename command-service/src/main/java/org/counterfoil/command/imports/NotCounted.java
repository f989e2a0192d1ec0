package org.counterfoil.command.imports;

/** Why a yes counts as not given. */
enum NotCounted {
  /** Nobody says which text was shown. */
  NO_TEXT,
  /** What is said of the text is none that the mapping names. */
  UNKNOWN_TEXT,
  /** Nobody says when. */
  NO_TIME,
  /** Nobody says where. */
  NO_SOURCE,
  /** What is said of where is no code, and none that the mapping names one for. */
  UNKNOWN_SOURCE,
  /** Nothing is told by which the person could be reached for it. */
  NOTHING_TOLD_FOR_IT,
  /** Whoever has this address objected after it was given. */
  OBJECTED_SINCE,
  /** Whoever has this address took it back here after it was given, whoever that is known as. */
  TAKEN_BACK_SINCE,
  /** What was told for the purpose was erased. */
  ERASED,
  /** The person's data are kept, and not used. */
  RESTRICTED
}
