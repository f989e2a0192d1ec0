package org.counterfoil.eventstore.integrity.tree;

/**
 * All that has to be remembered of a tree to make it grow: the roots of the largest complete
 * subtrees that its entries make up from the left, one for each 1 in the binary form of its size
 * (at most 63). An entry more costs two hashes on average, whatever the size.
 *
 * <p>For use by one thread.
 */
public final class Frontier {

  private static final int LEVELS = 63;

  private final TreeHasher hasher = new TreeHasher();

  /** Only those count where the size has a 1. */
  private final byte[][] nodes = new byte[LEVELS][NodeHash.BYTES];

  private final Completed completed;
  private long size;

  /** Is told of every node that will never change again, as soon as it is known. */
  @FunctionalInterface
  public interface Completed {

    /**
     * A node.
     *
     * @param level 0 for the hash of an entry; a node at level n covers 2^n entries
     * @param index from 0, among those of its level
     */
    void node(int level, long index, byte[] hash);
  }

  /** A tree without entries. */
  public Frontier(Completed completed) {
    this.completed = completed;
  }

  /** A tree without entries, of whose nodes nobody is told. */
  public Frontier() {
    this((level, index, hash) -> {});
  }

  /** How many entries the tree has. */
  public long size() {
    return size;
  }

  /** Adds an entry and answers its hash. */
  public byte[] append(byte[] entry) {
    byte[] leaf = hasher.leaf(entry);
    appendSubtree(0, leaf);
    return leaf;
  }

  /**
   * Adds a complete subtree of 2^level entries by its hash. The tree's size MUST be a multiple of
   * that.
   */
  public void appendSubtree(int level, byte[] hash) {
    if (size % (1L << level) != 0) {
      throw new IllegalArgumentException(
          "Expected subtrees of level " + level + " only, but the tree has " + size + " entries");
    }
    long before = size;
    size += 1L << level;
    byte[] node = hash;
    int at = level;
    completed.node(at, before >>> at, node);
    while ((before >>> at & 1) == 1) {
      node = hasher.node(nodes[at], node);
      at++;
      completed.node(at, before >>> at, node);
    }
    nodes[at] = node;
  }

  /** The root of the tree as it is now. */
  public NodeHash root() {
    if (size == 0) {
      return NodeHash.of(hasher.emptyRoot());
    }
    int lowest = Long.numberOfTrailingZeros(size);
    byte[] root = nodes[lowest];
    for (int level = lowest + 1; level < LEVELS; level++) {
      if ((size >>> level & 1) == 1) {
        root = hasher.node(nodes[level], root);
      }
    }
    return NodeHash.of(root);
  }
}
