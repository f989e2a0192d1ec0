package org.counterfoil.eventstore.integrity.tile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The tiles in the database: the one thing that is kept of the tree. The database lets them grow at
 * their end and nothing else. Takes part in the caller's transaction where there is one.
 */
public final class TileStore {

  private static final String GET =
      "select level, tile_index, hashes from integrity.tile where level = ? and tile_index = ?";
  private static final String LAST =
      """
      select t.level, t.tile_index, t.hashes
      from generate_series(0, 7) as l (level) cross join lateral (
        select level, tile_index, hashes from integrity.tile
        where level = l.level order by tile_index desc limit 1) as t
      order by t.level
      """;
  private static final String SIZE =
      """
      select coalesce(
        (select tile_index * 256 + octet_length(hashes) / 32 from integrity.tile
         where level = 0 order by tile_index desc limit 1),
        0)
      """;
  private static final String PUT =
      """
      insert into integrity.tile (level, tile_index, hashes) values (?, ?, ?)
      on conflict (level, tile_index) do update set hashes = excluded.hashes
      """;

  private final JdbcClient jdbc;
  private final JdbcTemplate batches;

  public TileStore(DataSource dataSource) {
    this.jdbc = JdbcClient.create(dataSource);
    this.batches = new JdbcTemplate(dataSource);
  }

  /** The tile as it is now. */
  public Optional<Tile> get(int level, long index) {
    return jdbc.sql(GET).params(level, index).query(TileStore::tile).optional();
  }

  /** How many entries the stored tree has. */
  public long treeSize() {
    return jdbc.sql(SIZE).query(Long.class).single();
  }

  /**
   * The last tile of every level, level 0 first.
   *
   * @throws DamagedTiles where a level is missing below another
   */
  public List<Tile> last() {
    List<Tile> last = jdbc.sql(LAST).query(TileStore::tile).list();
    for (int level = 0; level < last.size(); level++) {
      if (last.get(level).level() != level) {
        throw new DamagedTiles("Expected tiles of level " + level + ", but there are none");
      }
    }
    return last;
  }

  /** Stores what is new, and what has grown. */
  public void put(List<Tile> changed) {
    List<Object[]> rows = new ArrayList<>();
    changed.forEach(tile -> rows.add(new Object[] {tile.level(), tile.index(), tile.hashes()}));
    batches.batchUpdate(PUT, rows);
  }

  private static Tile tile(ResultSet row, int number) throws SQLException {
    return new Tile(row.getInt(1), row.getLong(2), row.getBytes(3));
  }
}
