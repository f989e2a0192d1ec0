package org.counterfoil.eventstore.integrity.verify;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.counterfoil.eventstore.codec.EventCodec;
import org.postgresql.PGStatement;

/**
 * Checks a whole database in one pass and in constant memory, as of one moment: positions dense,
 * every row equal to its entry, streams gapless, the tree equal to its tiles, to the checkpoints in
 * the database and to those that were kept. Reads only; {@code counterfoil_reader} is enough.
 * Shares no code with the making of the tree but the hashing.
 */
public final class LogVerification {

  private static final int FETCHED = 500;
  private static final int TOLD = 50;

  private static final String STREAMS =
      """
      select position, stream_id, sequence, expected from (
        select position, stream_id, sequence,
          row_number() over w - 1 as expected, lag(position) over w as before
        from log.event window w as (partition by stream_id order by sequence, position)) as numbered
      where sequence <> expected or before > position
      order by position limit\s"""
          + TOLD;

  private final Findings findings = new Findings();
  private final RowCheck rows = new RowCheck(EventCodec.domain());
  private final Connection connection;
  private long entries;

  private LogVerification(Connection connection) {
    this.connection = connection;
  }

  /** Checks it. */
  public static LogVerdict of(DataSource reader, Kept kept) throws SQLException {
    try (Connection connection = reader.getConnection();
        Statement begin = connection.createStatement()) {
      connection.setAutoCommit(false);
      begin.execute("set transaction isolation level repeatable read read only");
      LogVerdict verdict = new LogVerification(connection).verify(kept);
      connection.rollback();
      return verdict;
    }
  }

  private LogVerdict verify(Kept kept) throws SQLException {
    try (TreeComparison tree = new TreeComparison(connection, findings);
        CheckpointComparison checkpoints = new CheckpointComparison(connection, kept, findings);
        PreparedStatement select = connection.prepareStatement(EventRow.SELECT)) {
      select.setFetchSize(FETCHED);
      select.unwrap(PGStatement.class).setPrepareThreshold(-1); // bytes as bytes, not as digits
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          accept(EventRow.of(row), tree, checkpoints);
        }
      }
      long treeSize = tree.finish(entries);
      checkpoints.finish(entries);
      verifyStreams();
      return new LogVerdict(
          entries, tree.root(), treeSize, checkpoints.count(), findings.count(), findings.first());
    }
  }

  private void accept(EventRow row, TreeComparison tree, CheckpointComparison checkpoints)
      throws SQLException {
    if (row.position() != entries) {
      tree.breakOff();
      findings.add(
          Flaw.POSITION,
          Math.min(entries, row.position()),
          "Expected position %d next, but it is %d".formatted(entries, row.position()));
    }
    entries = Math.max(entries, row.position() + 1);
    String fault = rows.faultOf(row);
    if (fault != null) {
      findings.add(Flaw.ROW_DIFFERS, row.position(), fault);
    }
    tree.accept(row.position(), row.entry());
    checkpoints.reached(row.position() + 1, tree::root, tree.isBroken());
  }

  private void verifyStreams() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(STREAMS)) {
      while (row.next()) {
        findings.add(
            Flaw.STREAM,
            row.getLong(1),
            "Expected event %d of stream %s, later than the one before, but it is event %d"
                .formatted(row.getLong(4), row.getString(2), row.getLong(3)));
      }
    }
  }
}
