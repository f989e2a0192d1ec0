package org.counterfoil.eventstore.integrity.tile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.counterfoil.eventstore.integrity.tree.Frontier;
import org.counterfoil.eventstore.integrity.tree.NodeHash;
import org.jspecify.annotations.Nullable;

/**
 * A tree that grows, and its tiles that did since they were asked for last. In memory there is the
 * right edge alone: one unfinished tile of each level.
 *
 * <p>For use by one thread.
 */
public final class GrowingTiles {

  private final Edge[] edges = new Edge[Tile.LEVELS];
  private final List<Tile> finished = new ArrayList<>();
  private final Frontier frontier = new Frontier(this::completed);

  /** The unfinished tile of a level. */
  private static final class Edge {
    final byte[] hashes = new byte[Tile.WIDTH * NodeHash.BYTES];
    long index;
    int width;
    boolean isChanged;
  }

  /** A tree without entries. */
  public GrowingTiles() {
    Arrays.setAll(edges, level -> new Edge());
  }

  /**
   * The tree that the last tiles of all levels belong to.
   *
   * @param lastTiles that of level 0 first, as many levels as there are
   * @throws DamagedTiles where the levels do not fit each other
   */
  public static GrowingTiles resume(List<Tile> lastTiles) {
    GrowingTiles tiles = new GrowingTiles();
    for (int level = lastTiles.size() - 1; level >= 0; level--) {
      tiles.resume(lastTiles.get(level), level);
    }
    tiles.takeChanged(); // all of it is stored
    return tiles;
  }

  /** Adds what no tile of a higher level covers. */
  private void resume(Tile last, int level) {
    long covered = size() >>> (level * Tile.HEIGHT);
    long there = last.index() * Tile.WIDTH + last.width();
    boolean isFinished = last.width() == Tile.WIDTH;
    if (last.level() != level || there / Tile.WIDTH * Tile.WIDTH != covered) {
      throw new DamagedTiles(
          "Expected a tile after "
              + covered
              + " hashes of level "
              + level
              + ", but the last one is "
              + last);
    }
    edges[level].index = isFinished ? last.index() + 1 : last.index();
    for (int place = 0; !isFinished && place < last.width(); place++) {
      frontier.appendSubtree(level * Tile.HEIGHT, last.hash(place));
    }
  }

  /** How many entries the tree has. */
  public long size() {
    return frontier.size();
  }

  /** The root of the tree as it is now. */
  public NodeHash root() {
    return frontier.root();
  }

  /** Adds an entry and answers its hash. */
  public byte[] append(byte[] entry) {
    return frontier.append(entry);
  }

  /** The tiles that are new or have grown since this was asked last. */
  public List<Tile> takeChanged() {
    List<Tile> changed = new ArrayList<>(finished);
    finished.clear();
    for (int level = 0; level < edges.length; level++) {
      Edge edge = edges[level];
      if (edge.isChanged && edge.width > 0) {
        changed.add(tile(level, edge));
      }
      edge.isChanged = false;
    }
    return changed;
  }

  /** The unfinished tile of a level; nothing where the level ends with a full one, or is empty. */
  public @Nullable Tile unfinished(int level) {
    Edge edge = edges[level];
    return edge.width == 0 ? null : tile(level, edge);
  }

  private void completed(int treeLevel, long index, byte[] hash) {
    if (treeLevel % Tile.HEIGHT != 0) {
      return;
    }
    int level = treeLevel / Tile.HEIGHT;
    Edge edge = edges[level];
    System.arraycopy(hash, 0, edge.hashes, edge.width * NodeHash.BYTES, NodeHash.BYTES);
    edge.width++;
    edge.isChanged = true;
    if (edge.width == Tile.WIDTH) {
      finished.add(tile(level, edge));
      edge.index++;
      edge.width = 0;
    }
  }

  private static Tile tile(int level, Edge edge) {
    return new Tile(level, edge.index, Arrays.copyOf(edge.hashes, edge.width * NodeHash.BYTES));
  }
}
