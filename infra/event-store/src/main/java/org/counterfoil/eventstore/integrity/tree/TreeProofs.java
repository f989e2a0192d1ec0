package org.counterfoil.eventstore.integrity.tree;

import java.util.ArrayList;
import java.util.List;

/**
 * Makes the proofs of RFC 9162, 2.1.3.1 and 2.1.4.1, by their own recursive definitions, for any
 * size that the tree has had. The hash of a range of entries is that of a complete subtree, or of
 * two ranges that are split where the RFC says.
 */
public final class TreeProofs {

  private final Subtrees subtrees;
  private final TreeHasher hasher = new TreeHasher();

  public TreeProofs(Subtrees subtrees) {
    this.subtrees = subtrees;
  }

  /** The root of the tree when it had {@code size} entries. */
  public NodeHash root(long size) {
    return NodeHash.of(size == 0 ? hasher.emptyRoot() : range(0, size));
  }

  /**
   * Proves that an entry is in the tree of that size.
   *
   * @param position of the entry, from 0
   * @throws IllegalArgumentException where the tree of that size has no such entry
   */
  public List<NodeHash> inclusion(long position, long size) {
    if (position < 0 || position >= size) {
      throw new IllegalArgumentException(
          "Expected a position below " + size + ", but it is " + position);
    }
    List<NodeHash> proof = new ArrayList<>();
    path(position, 0, size, proof);
    return List.copyOf(proof);
  }

  /**
   * Proves that the tree of one size is the beginning of the tree of another; an empty proof where
   * both are the same.
   *
   * @param from 1 or more: of nothing, everything is the continuation
   * @throws IllegalArgumentException where {@code from} is not from 1 to {@code to}
   */
  public List<NodeHash> consistency(long from, long to) {
    if (from < 1 || from > to) {
      throw new IllegalArgumentException("Expected a size from 1 to " + to + ", but it is " + from);
    }
    List<NodeHash> proof = new ArrayList<>();
    subproof(from, 0, to, true, proof);
    return List.copyOf(proof);
  }

  private void path(long position, long begin, long end, List<NodeHash> proof) {
    if (end - begin == 1) {
      return;
    }
    long middle = begin + split(end - begin);
    if (position < middle) {
      path(position, begin, middle, proof);
      proof.add(NodeHash.of(range(middle, end)));
    } else {
      path(position, middle, end, proof);
      proof.add(NodeHash.of(range(begin, middle)));
    }
  }

  /**
   * SUBPROOF of the RFC for the entries from {@code begin} to {@code end}.
   *
   * @param isKnown whether the range is a whole one whose hash the verifier has
   */
  private void subproof(long from, long begin, long end, boolean isKnown, List<NodeHash> proof) {
    if (from == end) {
      if (!isKnown) {
        proof.add(NodeHash.of(range(begin, end)));
      }
      return;
    }
    long middle = begin + split(end - begin);
    if (from <= middle) {
      subproof(from, begin, middle, isKnown, proof);
      proof.add(NodeHash.of(range(middle, end)));
    } else {
      subproof(from, middle, end, false, proof);
      proof.add(NodeHash.of(range(begin, middle)));
    }
  }

  /** Ranges begin at a multiple of the largest subtree that fits into them. */
  private byte[] range(long begin, long end) {
    long count = end - begin;
    if (Long.bitCount(count) == 1) {
      int level = Long.numberOfTrailingZeros(count);
      return subtrees.hash(level, begin >>> level);
    }
    long middle = begin + split(count);
    return hasher.node(range(begin, middle), range(middle, end));
  }

  /** The largest power of two that is smaller than {@code count}. */
  private static long split(long count) {
    return Long.highestOneBit(count - 1);
  }
}
