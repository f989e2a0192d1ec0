package org.counterfoil.eventstore.integrity.tile;

import java.util.HashMap;
import java.util.Map;
import org.counterfoil.eventstore.integrity.tree.Subtrees;
import org.counterfoil.eventstore.integrity.tree.TreeHasher;

/**
 * Complete subtrees out of stored tiles; a tile is read once. For one proof or a few, by one
 * thread.
 */
public final class StoredSubtrees implements Subtrees {

  private final TileStore store;
  private final TreeHasher hasher = new TreeHasher();
  private final Map<String, Tile> read = new HashMap<>();

  public StoredSubtrees(TileStore store) {
    this.store = store;
  }

  /**
   * {@inheritDoc}
   *
   * @throws DamagedTiles where the tile is missing or too short
   */
  @Override
  public byte[] hash(int level, long index) {
    int above = level % Tile.HEIGHT;
    long first = index << above;
    Tile tile = tile(level / Tile.HEIGHT, first / Tile.WIDTH);
    int place = Math.toIntExact(first % Tile.WIDTH);
    int count = 1 << above;
    if (place + count > tile.width()) {
      throw new DamagedTiles(
          "Expected a tile of at least " + (place + count) + " hashes, but it is " + tile);
    }
    return fold(tile, place, count);
  }

  private byte[] fold(Tile tile, int place, int count) {
    if (count == 1) {
      return tile.hash(place);
    }
    int half = count / 2;
    return hasher.node(fold(tile, place, half), fold(tile, place + half, half));
  }

  private Tile tile(int level, long index) {
    return read.computeIfAbsent(
        level + "/" + index,
        key ->
            store
                .get(level, index)
                .orElseThrow(
                    () -> new DamagedTiles("Expected tile " + key + ", but there is none")));
  }
}
