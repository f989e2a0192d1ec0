package org.counterfoil.eventstore.integrity.tree;

/** Gives the hashes of complete subtrees: what proofs are put together from. */
@FunctionalInterface
public interface Subtrees {

  /**
   * The hash of a complete subtree.
   *
   * @param level the subtree has 2^level entries; 0 for the hash of an entry
   * @param index from 0, among those of its level
   */
  byte[] hash(int level, long index);
}
