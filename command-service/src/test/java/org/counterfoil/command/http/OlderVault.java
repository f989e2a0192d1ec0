package org.counterfoil.command.http;

import java.util.List;
import java.util.stream.Collectors;
import org.counterfoil.eventstore.schema.DatabaseRoles;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A copy of all that is in a vault, as a backup has it, which takes the vault's place again. */
final class OlderVault {

  /** In the order in which they may be filled. */
  private static final List<String> TABLES =
      List.of(
          "mark_key",
          "master_version",
          "followed_log",
          "suppressed",
          "said_no",
          "data_key",
          "value",
          "mark",
          "imported_line");

  private static final String EMPTY = "truncate vault." + String.join(", vault.", TABLES);

  private final JdbcClient owner;

  private OlderVault(JdbcClient owner) {
    this.owner = owner;
  }

  static OlderVault of(RunningService service) {
    JdbcClient owner = JdbcClient.create(service.database().as(DatabaseRoles.OWNER));
    owner.sql("drop schema if exists older cascade").update();
    owner.sql("create schema older").update();
    for (String table : TABLES) {
      owner.sql("create table older.%1$s as select * from vault.%1$s".formatted(table)).update();
    }
    return new OlderVault(owner);
  }

  /**
   * At once, so that nobody follows the log from a vault without its keys. Nothing but the opening
   * of the vault looks at them, because no other day is due.
   */
  OlderVault restore() {
    owner.sql("update older.data_key set review_on = 'infinity'").update();
    String fill =
        TABLES.stream()
            .map("insert into vault.%1$s select * from older.%1$s;"::formatted)
            .collect(Collectors.joining());
    owner.sql("do $$ begin " + EMPTY + "; " + fill + " end $$").update();
    return this;
  }

  /**
   * Whether somebody who had begun to follow the log before this was restored has since noted, over
   * it, how far: no killed process can do that to a vault, a test that restores one in use can.
   */
  boolean isOvertaken() {
    return owner
        .sql(
            """
            select coalesce((select position from vault.followed_log), -1)
              > coalesce((select position from older.followed_log), -1)
            """)
        .query(Boolean.class)
        .single();
  }

  /** As a database is that was made anew. */
  void empty() {
    owner.sql(EMPTY).update();
  }

  /**
   * As if it had followed the log up to an event, with that hash in the log's tree. Said before it
   * takes the vault's place: whoever runs follows the log at any moment.
   */
  OlderVault claiming(long position, String leaf) {
    owner.sql("delete from older.followed_log").update();
    owner
        .sql("insert into older.followed_log (is_single, position, leaf) values (true, ?, ?)")
        .params(position, leaf)
        .update();
    return this;
  }
}
