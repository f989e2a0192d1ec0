package org.counterfoil.vault;

import java.time.Instant;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Stores what was sealed, in the caller's transaction: that of the event that says so. May be used
 * by whoever stores events; it can read nothing back.
 */
public final class SealedRows {

  private static final String KEY =
      """
      insert into vault.data_key
        (key_id, organisation_id, subject_id, purpose, wrapped, master_version)
      values (?, ?, ?, ?, ?, ?)
      """;
  private static final String VALUE =
      "insert into vault.value (capture_id, field, key_id, ciphertext) values (?, ?, ?, ?)";
  private static final String MARK =
      """
      insert into vault.mark (capture_id, field, key_id, organisation_id, mark)
      values (?, ?, ?, ?, ?)
      """;

  private static final String LINE =
      "insert into vault.imported_line (organisation_id, mark, key_id) values (?, ?, ?)";

  private static final String NO =
      "insert into vault.said_no (organisation_id, mark, said_at) values (?, ?, ?)"
          + " on conflict do nothing";

  private final JdbcClient jdbc;

  /**
   * @param writer logs in as {@code counterfoil_writer}
   */
  public SealedRows(DataSource writer) {
    this.jdbc = JdbcClient.create(writer);
  }

  /**
   * Stores it.
   *
   * @throws org.springframework.dao.DataIntegrityViolationException where its key was destroyed
   *     since it was sealed, or somebody else has stored one under that name
   */
  public void insert(SealedCapture sealed) {
    DataKeyName key = sealed.key();
    WrappedKey newKey = sealed.newKey();
    if (newKey != null) {
      jdbc.sql(KEY)
          .params(
              key.keyId().value(),
              key.organisationId().value(),
              key.subjectId().value(),
              key.purpose().value(),
              newKey.bytes().bytes(),
              newKey.masterVersion())
          .update();
    }
    Ciphertext line = sealed.line();
    if (line != null) {
      jdbc.sql(LINE)
          .params(key.organisationId().value(), line.bytes(), key.keyId().value())
          .update();
    }
    for (SealedCapture.Value value : sealed.values()) {
      jdbc.sql(VALUE)
          .params(
              sealed.captureId().value(),
              value.field().name(),
              key.keyId().value(),
              value.ciphertext().bytes())
          .update();
    }
    for (SealedCapture.Mark mark : sealed.marks()) {
      jdbc.sql(MARK)
          .params(
              sealed.captureId().value(),
              mark.field().name(),
              key.keyId().value(),
              key.organisationId().value(),
              mark.mark().bytes())
          .update();
    }
  }

  /**
   * Stores that somebody said no.
   *
   * @param at as the event says
   */
  public void insert(SealedNo no, Instant at) {
    jdbc.sql(NO)
        .params(no.organisationId().value(), no.mark().bytes(), at.atOffset(ZoneOffset.UTC))
        .update();
  }
}
