package org.counterfoil.vault;

import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How far this vault has followed the log: every key that was erased up to there is gone. It is
 * kept with the keys, so that an older vault that is restored knows less.
 */
public final class FollowedLog {

  private static final String IS_NEW =
      """
      select not exists (select 1 from vault.mark_key)
        and not exists (select 1 from vault.followed_log)
      """;
  private static final String FOLLOW =
      """
      insert into vault.followed_log (position, leaf) values (?, ?)
      on conflict (is_single) do update set position = excluded.position, leaf = excluded.leaf
      """;

  private final JdbcClient jdbc;

  /**
   * @param vault logs in as {@code counterfoil_vault}
   */
  public FollowedLog(DataSource vault) {
    this.jdbc = JdbcClient.create(vault);
  }

  /**
   * An event of the log.
   *
   * @param leaf its hash in the log's tree, in hexadecimal: another log has another event there
   */
  public record Point(long position, String leaf) {}

  /**
   * Whether nobody ever opened this vault.
   *
   * @throws VaultUnavailable where the database cannot be asked
   */
  public boolean isNew() {
    try {
      return jdbc.sql(IS_NEW).query(Boolean.class).single();
    } catch (DataAccessException failed) {
      throw new VaultUnavailable("Expected the vault to answer, but it does not", failed);
    }
  }

  /**
   * Up to where; missing for nowhere.
   *
   * @throws VaultUnavailable where the database cannot be asked
   */
  public Optional<Point> upTo() {
    try {
      return jdbc.sql("select position, leaf from vault.followed_log")
          .query((row, number) -> new Point(row.getLong(1), row.getString(2)))
          .optional();
    } catch (DataAccessException failed) {
      throw new VaultUnavailable("Expected the vault to answer, but it does not", failed);
    }
  }

  /**
   * Remembers that every key that was erased up to there is gone.
   *
   * @throws VaultUnavailable where the database cannot be asked
   */
  public void follow(Point upTo) {
    try {
      jdbc.sql(FOLLOW).params(upTo.position(), upTo.leaf()).update();
    } catch (DataAccessException failed) {
      throw new VaultUnavailable("Expected the vault to answer, but it does not", failed);
    }
  }
}
