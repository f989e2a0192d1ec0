package org.counterfoil.vault;

import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How often somebody unknown signed up, by a keyed mark and for no longer than it counts. All
 * processes count together, by the clock of the database, and a restart forgets nothing.
 *
 * <p>One moment is kept: when all that was counted is made good again (the generic cell rate
 * algorithm of ITU-T I.371, which is a bucket of tokens that fills steadily). Each sign-up puts it
 * off by its share of the period, and none may put it off by more than the period from now.
 */
public final class SignUps {

  private static final String COUNT =
      """
      insert into vault.sign_up as s (mark, settled_at)
      values (:mark, now() + :share * interval '1 microsecond')
      on conflict (mark) do update
        set settled_at = greatest(s.settled_at, now()) + :share * interval '1 microsecond'
        where greatest(s.settled_at, now()) + :share * interval '1 microsecond'
          <= now() + :per * interval '1 microsecond'
      """;

  private static final String WAIT =
      """
      select ceil(extract(epoch from greatest(settled_at, now()) - now()) * 1000000)
      from vault.sign_up where mark = :mark
      """;

  private static final String FORGET =
      """
      delete from vault.sign_up where mark in (
        select mark from vault.sign_up where settled_at <= now()
        order by settled_at limit 1000 for update skip locked)
      """;

  private final JdbcClient jdbc;

  /**
   * @param dataSource logs in as {@code counterfoil_vault}
   */
  public SignUps(DataSource dataSource) {
    this.jdbc = JdbcClient.create(dataSource);
  }

  /**
   * Counts one, unless that is too many.
   *
   * @param mark 32 bytes that tell nobody who it is
   * @param most how many are let through at once, and again over each period
   * @return how long to wait where it is too many; nothing where it is counted
   * @throws VaultUnavailable where it cannot be counted
   */
  public Optional<Duration> count(byte[] mark, int most, Duration per) {
    long micros = per.toNanos() / 1_000;
    long share = micros / most;
    try {
      int counted =
          jdbc.sql(COUNT).param("mark", mark).param("share", share).param("per", micros).update();
      if (counted == 1) {
        return Optional.empty();
      }
      long settled = jdbc.sql(WAIT).param("mark", mark).query(Long.class).optional().orElse(micros);
      long wait = Math.max(1, settled + share - micros);
      return Optional.of(Duration.ofNanos(Math.multiplyExact(wait, 1_000L)));
    } catch (DataAccessException failed) {
      throw new VaultUnavailable("Expected to count a sign-up, but could not", failed);
    }
  }

  /** Forgets whoever counts no more; answers how many. */
  public int forget() {
    int all = 0;
    int gone;
    do {
      gone = jdbc.sql(FORGET).update();
      all += gone;
    } while (gone > 0);
    return all;
  }
}
