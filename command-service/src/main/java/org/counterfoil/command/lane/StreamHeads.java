package org.counterfoil.command.lane;

import java.sql.ResultSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The last sequence of streams in the store, read in the current transaction. */
@FunctionalInterface
interface StreamHeads {

  /** For each stream its last sequence, or -1 where it does not exist. */
  Map<UUID, Long> lastSequences(Collection<UUID> streams);

  /** As the store has them, in one statement. */
  static StreamHeads in(JdbcClient jdbc) {
    return streams -> {
      Map<UUID, Long> heads = HashMap.newHashMap(streams.size());
      jdbc.sql(
              """
              select named.id, coalesce(
                (select max(event.sequence) from log.event where event.stream_id = named.id), -1)
              from unnest(:ids::uuid[]) as named(id)
              """)
          .param("ids", streams.toArray(UUID[]::new))
          .query(
              (ResultSet row) -> {
                heads.put(row.getObject(1, UUID.class), row.getLong(2));
              });
      return heads;
    };
  }
}
