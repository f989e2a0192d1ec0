package org.counterfoil.eventstore.integrity.growth;

import java.util.Objects;
import javax.sql.DataSource;
import org.counterfoil.eventstore.integrity.tile.GrowingTiles;
import org.counterfoil.eventstore.integrity.tile.TileStore;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes events into the tree, in order and each once: a batch's tiles are stored in one
 * transaction, and the tiles alone say how far it is. Where anything fails this object is done
 * with; a new one goes on from what is stored.
 */
final class TreeGrowth {

  private static final String NEXT =
      "select position, entry from log.event where position >= ? order by position limit ?";
  private static final String LAST = "select coalesce(max(position), -1) from log.event";

  /** An entry may have 256 KiB; so many are in memory at once. */
  private static final int FETCHED = 128;

  private final TransactionTemplate transactions;
  private final JdbcTemplate log;
  private final TileStore store;
  private final GrowingTiles tree;
  private final int batchSize;

  private TreeGrowth(
      DataSource source, TransactionTemplate transactions, TileStore store, int batchSize) {
    this.transactions = transactions;
    this.log = new JdbcTemplate(source);
    this.log.setFetchSize(FETCHED);
    this.store = store;
    this.tree = GrowingTiles.resume(store.last());
    this.batchSize = batchSize;
  }

  /**
   * Goes on from what is stored.
   *
   * @throws org.counterfoil.eventstore.integrity.tile.DamagedTiles where that is no tree
   */
  static TreeGrowth resume(DataSource source, TransactionTemplate transactions, int batchSize) {
    return new TreeGrowth(source, transactions, new TileStore(source), batchSize);
  }

  /** The tree as it is stored. */
  GrowingTiles tree() {
    return tree;
  }

  /**
   * Takes one batch.
   *
   * @return how many events it had; fewer than the size of a batch where there are no more
   * @throws IntegrityFault where an event is missing, in the middle or at the end
   */
  int takeBatch() {
    int taken = Objects.requireNonNull(transactions.execute(status -> append()));
    if (taken == 0) {
      refuseCutLog();
    }
    return taken;
  }

  private int append() {
    long before = tree.size();
    log.query(
        NEXT,
        row -> {
          long position = row.getLong(1);
          if (position != tree.size()) {
            throw new IntegrityFault(
                "Expected position "
                    + tree.size()
                    + " next in the log, but it goes on at "
                    + position);
          }
          tree.append(row.getBytes(2));
        },
        before,
        batchSize);
    store.put(tree.takeChanged());
    return Math.toIntExact(tree.size() - before);
  }

  private void refuseCutLog() {
    long last = Objects.requireNonNull(log.queryForObject(LAST, Long.class));
    if (last + 1 < tree.size()) {
      throw new IntegrityFault(
          "Expected the log to have at least the "
              + tree.size()
              + " events that are in the tree, but it ends at position "
              + last);
    }
  }
}
