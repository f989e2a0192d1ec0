package org.counterfoil.eventstore.integrity.verify;

/** What may be wrong with a database. */
public enum Flaw {
  /** A position is missing, or is there twice. */
  POSITION,
  /** The bytes of an event are not those that were taken into the tree. */
  ENTRY_CHANGED,
  /** A column says something else than the bytes of the event. */
  ROW_DIFFERS,
  /** The events of a stream are not numbered from 0 without a gap, in the order of positions. */
  STREAM,
  /** The log ends before the tree, or before a checkpoint. */
  LOG_CUT,
  /** The stored hashes are not those of a tree over the events. */
  TREE_DIFFERS,
  /** The log is another one than a checkpoint was signed for. */
  CHECKPOINT_DIFFERS,
  /** A checkpoint is not signed by a known key, or is of another log. */
  CHECKPOINT_NOT_SIGNED
}
