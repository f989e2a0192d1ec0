package org.counterfoil.bench.holds;

import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Makes a log long: streams of the past, each of a thousand events. */
final class LogFilling {

  private static final String APPEND =
      """
      insert into log.event (position, stream_id, stream_type, sequence, event_id, name, revision,
        organisation_id, hold_id, recorded_at, entry)
      select last.position + number, md5('stream ' || (number - 1) / 1000)::uuid, 'performance',
        (number - 1) % 1000, uuidv7(), 'seat-hold.released', 1, null, uuidv7(), now(),
        convert_to(repeat('x', 500), 'UTF8')
      from generate_series(1, ?) as number,
        (select coalesce(max(position), -1) as position from log.event) as last
      """;

  private LogFilling() {}

  static void append(DataSource superuser, int events) {
    JdbcClient jdbc = JdbcClient.create(superuser);
    jdbc.sql(APPEND).param(events).update();
    jdbc.sql("vacuum analyze log.event").update();
  }
}
