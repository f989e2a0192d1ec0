package org.counterfoil.bench.proof;

import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.counterfoil.bench.Contender;
import org.counterfoil.bench.Cpu;
import org.counterfoil.bench.Round;
import org.counterfoil.bench.Stage;
import org.counterfoil.eventstore.integrity.tree.Frontier;
import org.counterfoil.eventstore.integrity.verify.Kept;
import org.counterfoil.eventstore.integrity.verify.LogVerdict;
import org.counterfoil.eventstore.integrity.verify.LogVerification;
import org.postgresql.PGStatement;

/** One pass over all events, as fast as it goes; a round is one of them, however long it takes. */
final class Pass implements Contender {

  private static final int FETCHED = 500;
  private static final String SELECT = "select entry from log.event order by position";

  private final Stage stage;
  private final String name;
  private final Work work;
  private final int events;

  private Pass(Stage stage, String name, int events, Work work) {
    this.stage = stage;
    this.name = name;
    this.events = events;
    this.work = work;
  }

  /** Answers what is wrong. */
  private interface Work {
    List<String> run() throws Exception;
  }

  /** The verifier, as its command runs it. */
  static Pass verification(Stage stage, DataSource reader, int events) {
    return new Pass(
        stage,
        "ours: rows, streams, tree",
        events,
        () -> {
          LogVerdict verdict = LogVerification.of(reader, Kept.NOTHING);
          return verdict.isSound() && verdict.treeSize() == events
              ? List.of()
              : List.of("Expected a sound log, but " + verdict);
        });
  }

  /** SHA-256 over all entries one after another, read as the verifier reads them. */
  static Pass digest(Stage stage, DataSource reader, int events) {
    return new Pass(
        stage,
        "SHA-256 of what one select reads",
        events,
        () -> {
          MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
          int read = forEach(reader, sha256::update);
          return sha256.digest().length == 32 && read == events ? List.of() : List.of("too few");
        });
  }

  /** The tree over entries in memory. */
  static Pass tree(Stage stage, List<byte[]> entries) {
    return new Pass(
        stage,
        "ours: the tree, in memory",
        entries.size(),
        () -> {
          Frontier tree = new Frontier();
          entries.forEach(tree::append);
          return tree.root().bytes().length == 32 ? List.of() : List.of("no root");
        });
  }

  /** SHA-256 over entries in memory. */
  static Pass digestOf(Stage stage, List<byte[]> entries) {
    return new Pass(
        stage,
        "SHA-256 in memory",
        entries.size(),
        () -> {
          MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
          entries.forEach(sha256::update);
          return sha256.digest().length == 32 ? List.of() : List.of("no digest");
        });
  }

  /** All entries. */
  static List<byte[]> read(DataSource reader, int events) throws SQLException {
    List<byte[]> entries = new ArrayList<>(events);
    forEach(reader, entries::add);
    return entries;
  }

  private static int forEach(DataSource reader, Consumer<byte[]> use) throws SQLException {
    try (Connection connection = reader.getConnection();
        PreparedStatement select = connection.prepareStatement(SELECT)) {
      connection.setAutoCommit(false);
      select.setFetchSize(FETCHED);
      select.unwrap(PGStatement.class).setPrepareThreshold(-1);
      int count = 0;
      try (ResultSet row = select.executeQuery()) {
        for (; row.next(); count++) {
          use.accept(row.getBytes(1));
        }
      }
      connection.rollback();
      return count;
    }
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String version() {
    return "";
  }

  @Override
  public Round round(Duration time) throws Exception {
    Cpu before = Cpu.now(stage.postgres());
    long start = System.nanoTime();
    List<String> faults = work.run();
    Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
    return new Round(events, elapsed, Cpu.now(stage.postgres()).since(before), faults);
  }

  @Override
  public void close() {
    // nothing is kept open
  }
}
