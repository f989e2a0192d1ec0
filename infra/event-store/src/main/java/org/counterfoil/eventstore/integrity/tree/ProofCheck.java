package org.counterfoil.eventstore.integrity.tree;

import java.util.Iterator;
import java.util.List;

/**
 * Checks proofs with nothing but themselves and the roots, as RFC 9162, 2.1.3.2 and 2.1.4.2 say. A
 * proof that is too short, too long or out of range is refused like a wrong one.
 */
public final class ProofCheck {

  private ProofCheck() {}

  /** Whether the entry of that hash is at {@code position} in the tree of that size and root. */
  public static boolean isIncluded(
      NodeHash leaf, long position, long size, List<NodeHash> proof, NodeHash root) {
    if (position < 0 || position >= size) {
      return false;
    }
    TreeHasher hasher = new TreeHasher();
    long node = position;
    long last = size - 1;
    byte[] hash = leaf.bytes();
    for (NodeHash sibling : proof) {
      if (last == 0) {
        return false;
      }
      if ((node & 1) == 1 || node == last) {
        hash = hasher.node(sibling.bytes(), hash);
        while ((node & 1) == 0 && node != 0) {
          node >>>= 1;
          last >>>= 1;
        }
      } else {
        hash = hasher.node(hash, sibling.bytes());
      }
      node >>>= 1;
      last >>>= 1;
    }
    return last == 0 && NodeHash.of(hash).equals(root);
  }

  /** Whether the tree of size {@code from} is the beginning of the tree of size {@code to}. */
  public static boolean isConsistent(
      long from, NodeHash fromRoot, long to, NodeHash toRoot, List<NodeHash> proof) {
    if (from < 1 || from > to) {
      return false;
    }
    if (from == to) {
      return proof.isEmpty() && fromRoot.equals(toRoot);
    }
    Iterator<NodeHash> rest = proof.iterator();
    boolean isFromRootFirst = Long.bitCount(from) == 1;
    if (!isFromRootFirst && !rest.hasNext()) {
      return false;
    }
    byte[] first = (isFromRootFirst ? fromRoot : rest.next()).bytes();
    return folds(first, from, fromRoot, to, toRoot, rest);
  }

  private static boolean folds(
      byte[] first,
      long from,
      NodeHash fromRoot,
      long to,
      NodeHash toRoot,
      Iterator<NodeHash> rest) {
    TreeHasher hasher = new TreeHasher();
    int complete = Long.numberOfTrailingZeros(from); // levels at which "from" ends a right child
    long node = (from - 1) >>> complete;
    long last = (to - 1) >>> complete;
    byte[] old = first;
    byte[] now = first;
    while (rest.hasNext()) {
      byte[] sibling = rest.next().bytes();
      if (last == 0) {
        return false;
      }
      if ((node & 1) == 1 || node == last) {
        old = hasher.node(sibling, old);
        now = hasher.node(sibling, now);
        while ((node & 1) == 0 && node != 0) {
          node >>>= 1;
          last >>>= 1;
        }
      } else {
        now = hasher.node(now, sibling);
      }
      node >>>= 1;
      last >>>= 1;
    }
    return last == 0 && NodeHash.of(old).equals(fromRoot) && NodeHash.of(now).equals(toRoot);
  }
}
