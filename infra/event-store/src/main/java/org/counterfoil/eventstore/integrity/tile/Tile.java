package org.counterfoil.eventstore.integrity.tile;

import java.util.Arrays;
import org.counterfoil.eventstore.integrity.tree.NodeHash;

/**
 * Up to 256 neighbouring hashes of the tree, as C2SP tlog-tiles has them: tile n of level l holds
 * the roots of the complete subtrees of 256^l entries, from number 256 n on. A tile that is not
 * full only grows at its end.
 *
 * @param level from 0, which holds the hashes of entries
 * @param index from 0
 * @param hashes 32 bytes each, MUST NOT be changed
 */
@SuppressWarnings("ArrayRecordComponent") // equals looks into it
public record Tile(int level, long index, byte[] hashes) {

  /** How many hashes a full tile has. */
  public static final int WIDTH = 256;

  /** How many levels of the tree one level of tiles covers. */
  public static final int HEIGHT = 8;

  /** Levels of tiles that a tree of any size may have. */
  public static final int LEVELS = 8;

  public Tile {
    if (hashes.length == 0
        || hashes.length % NodeHash.BYTES != 0
        || hashes.length > WIDTH * NodeHash.BYTES) {
      throw new IllegalArgumentException(
          "Expected 1 to 256 hashes of 32 bytes, but there are " + hashes.length + " bytes");
    }
  }

  /** How many hashes it has, 1 to 256. */
  public int width() {
    return hashes.length / NodeHash.BYTES;
  }

  /** The hash at that place in the tile, a copy. */
  public byte[] hash(int place) {
    return Arrays.copyOfRange(hashes, place * NodeHash.BYTES, (place + 1) * NodeHash.BYTES);
  }

  /** This tile as it was when it had {@code width} hashes, which MUST be no more than it has. */
  public Tile cutTo(int width) {
    return new Tile(level, index, Arrays.copyOf(hashes, width * NodeHash.BYTES));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Tile that
        && level == that.level
        && index == that.index
        && Arrays.equals(hashes, that.hashes);
  }

  @Override
  public int hashCode() {
    return 31 * level + Long.hashCode(index);
  }

  @Override
  public String toString() {
    return "tile " + level + "/" + index + " of " + width();
  }
}
