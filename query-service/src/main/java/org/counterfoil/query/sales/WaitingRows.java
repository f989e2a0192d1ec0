package org.counterfoil.query.sales;

import java.sql.Timestamp;
import org.counterfoil.domain.waitinglist.WaitingListEvent;
import org.counterfoil.domain.waitinglist.WaitingListEvent.WaitingListJoined;
import org.counterfoil.domain.waitinglist.WaitingListEvent.WaitingListLeft;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes who waits. What they are offered is written as the hold that it is. */
final class WaitingRows {

  private final JdbcClient tables;

  WaitingRows(JdbcClient tables) {
    this.tables = tables;
  }

  void apply(WaitingListEvent event, Moment when) {
    switch (event) {
      case WaitingListJoined joined ->
          tables
              .sql("insert into waiting_entry values (?, ?, ?, ?, ?, ?, null, null)")
              .params(
                  joined.entryId().value(),
                  joined.performanceId().value(),
                  joined.zone().value(),
                  joined.quantity(),
                  when.position(),
                  Timestamp.from(when.at()))
              .update();
      case WaitingListLeft left -> leave(left, when);
    }
    tables
        .sql(
            """
            update performance set changed_position = ?, changed_at = ?
            where performance_id = ? and changed_position < ?
            """)
        .params(
            when.position(),
            Timestamp.from(when.at()),
            event.performanceId().value(),
            when.position())
        .update();
  }

  private void leave(WaitingListLeft left, Moment when) {
    int found =
        tables
            .sql("update waiting_entry set left_position = ?, left_at = ? where entry_id = ?")
            .params(when.position(), Timestamp.from(when.at()), left.entryId().value())
            .update();
    if (found != 1) {
      throw new IllegalStateException(
          "Expected " + left.entryId() + " to wait, but it never joined");
    }
  }
}
