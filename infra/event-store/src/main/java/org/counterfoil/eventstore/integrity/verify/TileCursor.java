package org.counterfoil.eventstore.integrity.verify;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import org.counterfoil.eventstore.integrity.tile.Tile;
import org.counterfoil.eventstore.integrity.tree.NodeHash;

/** Reads the stored hashes of one level of tiles in order, a few tiles at a time. */
final class TileCursor implements AutoCloseable {

  private static final String SELECT =
      "select tile_index, hashes from integrity.tile where level = ? order by tile_index";
  private static final int FETCHED = 32;

  private final PreparedStatement statement;
  private final ResultSet rows;
  private byte[] hashes = {};
  private long next;
  private int place;
  private boolean isSound = true;

  /** Opens a cursor; the connection MUST NOT commit by itself. */
  TileCursor(Connection connection, int level) throws SQLException {
    statement = connection.prepareStatement(SELECT);
    statement.setFetchSize(FETCHED);
    statement.setInt(1, level);
    rows = statement.executeQuery();
  }

  /** How many hashes were read, and that no tile but the last was unfinished or missing. */
  record Read(long count, boolean isSound) {}

  /**
   * Goes on to a hash, and answers whether there is such a one.
   *
   * @param number from 0; MUST NOT be before one that was asked for already
   */
  boolean reaches(long number) throws SQLException {
    while (hasNext()) {
      if (next == number) {
        return true;
      }
      skip();
    }
    return false;
  }

  /** Whether it is this hash; to be asked after {@link #reaches}. */
  boolean is(byte[] hash) {
    return Arrays.equals(hashes, place, place + NodeHash.BYTES, hash, 0, NodeHash.BYTES);
  }

  private boolean hasNext() throws SQLException {
    if (place < hashes.length) {
      return true;
    }
    if (!rows.next()) {
      return false;
    }
    isSound &= next % Tile.WIDTH == 0 && rows.getLong(1) == next / Tile.WIDTH;
    hashes = rows.getBytes(2);
    place = 0;
    return hashes.length > 0;
  }

  private void skip() {
    place += NodeHash.BYTES;
    next++;
  }

  /** Reads to the end, and tells how many there are. */
  Read readAll() throws SQLException {
    while (hasNext()) {
      skip();
    }
    return new Read(next, isSound);
  }

  @Override
  public void close() throws SQLException {
    rows.close();
    statement.close();
  }
}
