package org.counterfoil.eventstore.buyer;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.counterfoil.domain.performance.PerformanceId;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Keeps a random key for each performance at which buyers are told apart, and destroys it after the
 * performance. Copies in backups live as long as those do. Safe for use by many threads and
 * processes: the first key made is everybody's.
 */
public final class BuyerKeyStore {

  private static final int KEY_BYTES = 32;

  private static final String FIND = "select key from buyer.key where performance_id = ?";
  private static final String MAKE =
      """
      insert into buyer.key (performance_id, key, performance_ends_at) values (?, ?, ?)
      on conflict (performance_id) do nothing
      """;
  private static final String ALL = "select performance_id from buyer.key";
  private static final String DESTROY = "delete from buyer.key where performance_id = ?";

  private final JdbcClient jdbc;
  private final SecureRandom random = new SecureRandom();

  public BuyerKeyStore(DataSource dataSource) {
    this.jdbc = JdbcClient.create(dataSource);
  }

  /**
   * The performance's key: 32 bytes, made when it is first asked for.
   *
   * @param endsAt when the performance ends, as it is known now
   */
  public byte[] keyOf(PerformanceId performance, Instant endsAt) {
    return find(performance)
        .orElseGet(
            () -> {
              byte[] made = new byte[KEY_BYTES];
              random.nextBytes(made);
              jdbc.sql(MAKE)
                  .param(performance.value())
                  .param(made)
                  .param(endsAt.atOffset(ZoneOffset.UTC))
                  .update();
              return find(performance)
                  .orElseThrow(
                      () ->
                          new IllegalStateException(
                              "Expected the key of " + performance + ", but it was destroyed"));
            });
  }

  /**
   * Destroys the keys of performances that ended then or before; answers how many.
   *
   * @param endOf when a performance ends now: it may have been moved since its key was made
   */
  public int destroyEndedBefore(Instant end, Function<PerformanceId, Instant> endOf) {
    return jdbc.sql(ALL).query(UUID.class).list().stream()
        .filter(id -> !endOf.apply(new PerformanceId(id)).isAfter(end))
        .mapToInt(id -> jdbc.sql(DESTROY).param(id).update())
        .sum();
  }

  private Optional<byte[]> find(PerformanceId performance) {
    return jdbc.sql(FIND)
        .param(performance.value())
        .query((row, number) -> row.getBytes(1))
        .optional();
  }
}
