package org.counterfoil.query.sales;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What is held back among the seats and drawn places that a batch of sales is about: where they
 * come back to if they are not sold.
 */
final class HeldBackBook {

  private static final String HELD_BACK =
      """
      select held_back_id, moved_to, ended_position is null as is_open
      from held_back where performance_id = any(?)
      """;
  private static final String SEATS =
      """
      select performance_id, seat, held_back_id, zone
      from held_back_seat where performance_id = any(?) and seat = any(?)
      """;

  /** A seat that is kept off general sale, whether it is free, held or sold. */
  record KeptSeat(UUID heldBackId, String zone) {}

  private record Seat(UUID performance, int number) {}

  private record Keeper(boolean isOpen, @Nullable UUID movedTo) {}

  private final Map<Seat, KeptSeat> seats = new HashMap<>();
  private final Map<UUID, Keeper> keepers = new HashMap<>();

  private HeldBackBook() {}

  /** Reads; at most performances there is nothing to read. */
  static HeldBackBook of(
      JdbcClient tables, Set<UUID> performances, Collection<Integer> seatNumbers) {
    HeldBackBook book = new HeldBackBook();
    UUID[] ids = performances.toArray(UUID[]::new);
    tables.sql(HELD_BACK).param(ids).query((ResultSet row) -> book.addKeeper(row));
    if (!book.keepers.isEmpty() && !seatNumbers.isEmpty()) {
      tables
          .sql(SEATS)
          .params(List.of(ids, seatNumbers.toArray(Integer[]::new)))
          .query((ResultSet row) -> book.addSeat(row));
    }
    return book;
  }

  private void addKeeper(ResultSet row) throws SQLException {
    keepers.put(
        row.getObject("held_back_id", UUID.class),
        new Keeper(row.getBoolean("is_open"), row.getObject("moved_to", UUID.class)));
  }

  private void addSeat(ResultSet row) throws SQLException {
    seats.put(
        new Seat(row.getObject("performance_id", UUID.class), row.getInt("seat")),
        new KeptSeat(row.getObject("held_back_id", UUID.class), row.getString("zone")));
  }

  /** What keeps the seat, or null where it is on general sale. */
  @Nullable KeptSeat keptSeat(UUID performance, int seat) {
    return seats.get(new Seat(performance, seat));
  }

  /** Who keeps places now that were drawn from there: itself or its heir; null for nobody. */
  @Nullable UUID heirOf(UUID drawnFrom) {
    UUID heir = drawnFrom;
    while (heir != null) {
      Keeper keeper = keepers.get(heir);
      if (keeper == null) {
        throw new IllegalStateException(
            "Expected " + heir + " to hold places back, but it did not");
      }
      if (keeper.isOpen()) {
        return heir;
      }
      heir = keeper.movedTo();
    }
    return null;
  }
}
