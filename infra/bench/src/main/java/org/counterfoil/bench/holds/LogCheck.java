package org.counterfoil.bench.holds;

import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks into our log: what was acknowledged is stored (I2), no seat twice (I1), no gap (I5). */
final class LogCheck {

  private static final String PLACED =
      "select count(*) from log.event where position > ? and name = 'seat-hold.placed'";

  private static final String POSITION_GAPS =
      "select coalesce(max(position), -1) + 1 - count(*) from log.event";

  private static final String STREAM_GAPS =
      """
      select count(*) from (
        select from log.event group by stream_id having count(*) <> max(sequence) + 1) as gap
      """;

  private static final String SEATS_TWICE =
      """
      select count(*) from (
        select from (
          select stream_id, jsonb_array_elements(
            convert_from(entry, 'UTF8')::jsonb -> 'payload' -> 'seats') ->> 'index' as seat
          from log.event where position > ? and name = 'seat-hold.placed') as held
        group by stream_id, seat having count(*) > 1) as twice
      """;

  private LogCheck() {}

  static long lastPosition(DataSource superuser) {
    return JdbcClient.create(superuser)
        .sql("select coalesce(max(position), -1) from log.event")
        .query(Long.class)
        .single();
  }

  /** What is wrong after a round; each round holds seats of performances of its own. */
  static List<String> faults(DataSource superuser, long before, long acknowledged) {
    JdbcClient jdbc = JdbcClient.create(superuser);
    List<String> faults = new ArrayList<>();
    expect(faults, "holds stored", acknowledged, count(jdbc.sql(PLACED).param(before)));
    expect(faults, "positions missing", 0, count(jdbc.sql(POSITION_GAPS)));
    expect(faults, "streams with gaps", 0, count(jdbc.sql(STREAM_GAPS)));
    expect(faults, "seats held twice", 0, count(jdbc.sql(SEATS_TWICE).param(before)));
    return faults;
  }

  /** One of the holds as it is stored. */
  static String entry(DataSource superuser) {
    return JdbcClient.create(superuser)
        .sql(
            """
            select convert_from(entry, 'UTF8') from log.event where name = 'seat-hold.placed'
            order by position desc limit 1
            """)
        .query(String.class)
        .single();
  }

  /** Its payload alone, for stores that add what else is to be said by themselves. */
  static String payload(DataSource superuser) {
    return JdbcClient.create(superuser)
        .sql("select (?::jsonb -> 'payload')::text")
        .param(entry(superuser))
        .query(String.class)
        .single();
  }

  private static long count(JdbcClient.StatementSpec statement) {
    return statement.query(Long.class).single();
  }

  private static void expect(List<String> faults, String what, long expected, long found) {
    if (expected != found) {
      faults.add("Expected " + expected + " " + what + ", but found " + found);
    }
  }
}
