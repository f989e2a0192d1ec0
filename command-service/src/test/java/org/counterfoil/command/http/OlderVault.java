package org.counterfoil.command.http;

import java.util.List;
import org.counterfoil.eventstore.schema.DatabaseRoles;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A copy of all that is in a vault, as a backup has it, which takes the vault's place again. */
final class OlderVault {

  /** In the order in which they may be filled. */
  private static final List<String> TABLES =
      List.of(
          "mark_key", "master_version", "followed_log", "suppressed", "data_key", "value", "mark");

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

  /** Nothing but the opening of the vault looks at its keys, because no other day is due. */
  OlderVault restore() {
    empty();
    owner.sql("update older.data_key set review_on = 'infinity'").update();
    for (String table : TABLES) {
      owner.sql("insert into vault.%1$s select * from older.%1$s".formatted(table)).update();
    }
    return this;
  }

  /** As a database is that was made anew. */
  void empty() {
    owner.sql("truncate vault." + String.join(", vault.", TABLES)).update();
  }

  /** As if it had followed the log up to an event, with that hash in the log's tree. */
  void claim(long position, String leaf) {
    owner
        .sql("update vault.followed_log set position = ?, leaf = ?")
        .params(position, leaf)
        .update();
  }
}
