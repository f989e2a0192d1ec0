package org.counterfoil.eventstore.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.counterfoil.eventstore.TestStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Which performances an order is for is found without reading all that ever happened to it, in a
 * log of many orders. Counted, not timed.
 */
class OrderPerformancesTest {

  private static final int EVENTS = Integer.getInteger("counterfoil.captures", 100_000);
  private static final int STEPS = 500;
  private static final UUID ORDER = new UUID(0x7000L, 1);
  private static final Pattern PAGES = Pattern.compile("Buffers: shared hit=(\\d+)");

  private TestStore store;

  @BeforeEach
  void create() throws SQLException {
    store = new TestStore();
    store
        .sql()
        .sql(
            """
            insert into log.event (position, stream_id, stream_type, sequence, event_id, name,
              revision, recorded_at, entry)
            select n, case when n < ? then cast(? as uuid) else gen_random_uuid() end, 'order',
              case when n < ? then n else 0 end, gen_random_uuid(),
              case when n = 77 or n > 500 and n % 50 = 1 then 'order.tickets-exchanged-elsewhere'
                when n % 2 = 0 then 'order.placed' else 'order.payment-captured' end,
              1, now(), convert_to('{"payload":{"filling":"' || repeat('.', 280) || '"}}', 'UTF8')
            from generate_series(0, ? - 1) n
            """)
        .params(STEPS, ORDER, STEPS, EVENTS)
        .update();
    store.sql().sql("analyze log.event").update();
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void aLongOrderIsNotReadFromEndToEnd() {
    String plan =
        String.join(
            "\n",
            store
                .sql()
                .sql("explain (analyze, buffers, timing off) " + EventLog.PERFORMANCES_OF)
                .params(ORDER, ORDER)
                .query(String.class)
                .list());

    assertThat(plan).contains("event_exchanged_elsewhere").doesNotContain("Seq Scan");
    Matcher pages = PAGES.matcher(plan);
    assertThat(pages.find()).as(plan).isTrue();
    assertThat(Integer.parseInt(pages.group(1))).as(plan).isBetween(1, 20);
    assertThat(
            store
                .sql()
                .sql("select count(*) from (" + EventLog.PERFORMANCES_OF + ") found")
                .params(ORDER, ORDER)
                .query(Long.class)
                .single())
        .as("how it began, and where its tickets went")
        .isEqualTo(3);
  }
}
