package org.counterfoil.command.imports;

/** What is wrong with a line; it is refused, and the others are not. */
enum FaultCode {
  /** It has more or fewer values than the head has columns. */
  COLUMNS_DIFFER,
  /** Nothing says who it is: neither a reference, nor an e-mail address where there is none. */
  NOBODY_NAMED,
  /** No field of it is filled. */
  NOTHING_TOLD,
  INVALID_EMAIL,
  /** More than 2,000 characters, or control characters such as line breaks. */
  INVALID_VALUE,
  /** Neither yes nor no. */
  INVALID_ANSWER,
  INVALID_TIME,
  /** A consent after the file was exported, or yet to come. */
  TIME_AFTER_EXPORT,
  /** An earlier line tells something else of the same person. */
  DIFFERS_FROM_EARLIER_LINE
}
