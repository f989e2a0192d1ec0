package org.counterfoil.eventstore.integrity.verify;

import java.sql.Connection;
import java.sql.SQLException;
import org.counterfoil.eventstore.integrity.tile.Tile;
import org.counterfoil.eventstore.integrity.tree.Frontier;
import org.counterfoil.eventstore.integrity.tree.NodeHash;

/**
 * Makes the tree again from the entries and compares each hash with the stored one. An entry that
 * was changed is found by its own hash; once one is, hashes above it say nothing any more.
 */
final class TreeComparison implements AutoCloseable {

  private final Findings findings;
  private final TileCursor[] stored = new TileCursor[Tile.LEVELS];
  private final Frontier tree = new Frontier(this::above);
  private long entryPosition;
  private boolean isBroken;
  private SQLException failure = new SQLException();
  private boolean isFailed;

  TreeComparison(Connection connection, Findings findings) throws SQLException {
    this.findings = findings;
    for (int level = 0; level < stored.length; level++) {
      stored[level] = new TileCursor(connection, level);
    }
  }

  /** The tree as far as the positions were dense. */
  NodeHash root() {
    return tree.root();
  }

  /** Whether the tree is no longer that of the log, because a position is missing or changed. */
  boolean isBroken() {
    return isBroken;
  }

  /** A position is missing or doubled; entries are still compared one by one. */
  void breakOff() {
    isBroken = true;
  }

  /** The next entry. */
  void accept(long position, byte[] entry) throws SQLException {
    entryPosition = position;
    tree.append(entry);
    if (isFailed) {
      throw failure;
    }
  }

  /**
   * Hashes as they become known, that of an entry before those above it: an entry that was changed
   * is told first, also where it is the last one of a tile.
   */
  private void above(int treeLevel, long index, byte[] hash) {
    if (isFailed || treeLevel % Tile.HEIGHT != 0) {
      return;
    }
    try {
      if (treeLevel == 0) {
        compareEntry(hash);
      } else if (!isBroken) {
        compareNode(treeLevel / Tile.HEIGHT, index, hash);
      }
    } catch (SQLException e) {
      isFailed = true;
      failure = e;
    }
  }

  private void compareEntry(byte[] leaf) throws SQLException {
    if (stored[0].reaches(entryPosition) && !stored[0].is(leaf)) {
      isBroken = true;
      findings.add(
          Flaw.ENTRY_CHANGED,
          entryPosition,
          "Expected the bytes that were taken into the tree, but they were changed");
    }
  }

  private void compareNode(int level, long index, byte[] hash) throws SQLException {
    if (stored[level].reaches(index) && !stored[level].is(hash)) {
      differs(level, index);
    }
  }

  private void differs(int level, long index) {
    findings.add(
        Flaw.TREE_DIFFERS,
        index << (level * Tile.HEIGHT),
        "Expected the hash of the events from here on in tile %d/%d, but it is another"
            .formatted(level, index / Tile.WIDTH));
  }

  /**
   * After the last entry: the log must not end before the tree, and no tile may be missing.
   *
   * @param entries how many the log has
   * @return how many the stored tree has
   */
  long finish(long entries) throws SQLException {
    TileCursor.Read leaves = stored[0].readAll();
    long size = leaves.count();
    boolean isSound = leaves.isSound();
    for (int level = 1; level < stored.length; level++) {
      TileCursor.Read read = stored[level].readAll();
      isSound &= read.isSound() && read.count() == size >>> (level * Tile.HEIGHT);
    }
    if (!isSound) {
      findings.add(
          Flaw.TREE_DIFFERS,
          0,
          "Expected tiles of a tree of " + size + " events, but they are not");
    }
    if (size > entries) {
      findings.add(
          Flaw.LOG_CUT,
          entries,
          "Expected the %d events of the tree, but the log ends before this one".formatted(size));
    }
    return size;
  }

  @Override
  public void close() throws SQLException {
    for (TileCursor cursor : stored) {
      cursor.close();
    }
  }
}
