package org.counterfoil.eventstore.integrity.proof;

import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.counterfoil.eventstore.integrity.tile.StoredSubtrees;
import org.counterfoil.eventstore.integrity.tile.Tile;
import org.counterfoil.eventstore.integrity.tile.TileStore;
import org.counterfoil.eventstore.integrity.tree.NodeHash;
import org.counterfoil.eventstore.integrity.tree.TreeProofs;

/** Proofs out of the stored tiles. Needs no more than {@code counterfoil_reader}. */
public final class LogProofs {

  private final TileStore tiles;

  public LogProofs(DataSource reader) {
    this.tiles = new TileStore(reader);
  }

  /** How many events are in the tree: proofs can be made for every size up to this. */
  public long treeSize() {
    return tiles.treeSize();
  }

  /** See {@link TreeProofs#inclusion}; the size MUST NOT be more than {@link #treeSize}. */
  public List<NodeHash> inclusion(long position, long size) {
    return proofs().inclusion(position, size);
  }

  /** See {@link TreeProofs#consistency}; the sizes MUST NOT be more than {@link #treeSize}. */
  public List<NodeHash> consistency(long from, long to) {
    return proofs().consistency(from, to);
  }

  /** A tile of the width asked for; nothing where it is not there or not that wide yet. */
  public Optional<Tile> tile(int level, long index, int width) {
    return tiles.get(level, index).filter(tile -> tile.width() >= width).map(t -> t.cutTo(width));
  }

  private TreeProofs proofs() {
    return new TreeProofs(new StoredSubtrees(tiles));
  }
}
