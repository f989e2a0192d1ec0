package org.counterfoil.eventstore.integrity.verify;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;
import org.counterfoil.eventstore.integrity.checkpoint.Checkpoint;
import org.counterfoil.eventstore.integrity.checkpoint.SignedNote;
import org.counterfoil.eventstore.integrity.checkpoint.VerifierKey;
import org.counterfoil.eventstore.integrity.tree.NodeHash;
import org.jspecify.annotations.Nullable;

/**
 * Compares the tree, whenever it has the size of a checkpoint, with that checkpoint: those that the
 * database has, and those that were kept elsewhere. A root tells that something before it is
 * another, and not what; the last checkpoint that did agree says from where on.
 */
final class CheckpointComparison implements AutoCloseable {

  private static final String KEPT = "kept ";

  private final Findings findings;
  private final List<VerifierKey> keys;
  private final boolean areKeysGiven;
  private final Deque<SignedNote> kept;
  private final PreparedStatement statement;
  private final ResultSet stored;
  private @Nullable SignedNote nextStored;
  private @Nullable String origin;
  private long agreed;
  private long count;

  CheckpointComparison(Connection connection, Kept kept, Findings findings) throws SQLException {
    this.findings = findings;
    this.areKeysGiven = !kept.keys().isEmpty();
    this.keys = kept.keys().isEmpty() ? published(connection) : kept.keys();
    this.kept = new ArrayDeque<>(kept.notes());
    this.origin = kept.keys().isEmpty() ? null : kept.keys().getFirst().name();
    this.statement =
        connection.prepareStatement(
            "select tree_size, note from integrity.checkpoint order by tree_size");
    statement.setFetchSize(200);
    this.stored = statement.executeQuery();
    this.nextStored = readStored();
  }

  private static List<VerifierKey> published(Connection connection) throws SQLException {
    List<VerifierKey> keys = new ArrayList<>();
    try (PreparedStatement select =
            connection.prepareStatement("select name, public_key from integrity.key");
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        keys.add(new VerifierKey(row.getString(1), row.getBytes(2)));
      }
    }
    return keys;
  }

  /** How many were compared. */
  long count() {
    return count;
  }

  /**
   * The log has so many entries now.
   *
   * @param root asked for only where there is a checkpoint of that size
   * @param isKnownBroken whether a changed entry was found already, which is the better finding
   */
  void reached(long size, Supplier<NodeHash> root, boolean isKnownBroken) throws SQLException {
    SignedNote next = kept.peek();
    while (next != null && sizeOf(next) <= size) {
      compare(next, size, root, isKnownBroken, KEPT);
      kept.remove();
      next = kept.peek();
    }
    next = nextStored;
    while (next != null && sizeOf(next) <= size) {
      compare(next, size, root, isKnownBroken, "");
      nextStored = readStored();
      next = nextStored;
    }
  }

  private void compare(
      SignedNote note, long size, Supplier<NodeHash> root, boolean isKnownBroken, String which) {
    Checkpoint checkpoint = Checkpoint.parse(note.text());
    boolean isSigned = isSigned(note, checkpoint, which);
    boolean isOutOfReach = areKeysGiven || which.equals(KEPT);
    if (checkpoint.size() == size && checkpoint.root().equals(root.get())) {
      agreed = isSigned && isOutOfReach && !isKnownBroken ? size : agreed;
    } else if (!isKnownBroken) {
      findings.add(
          Flaw.CHECKPOINT_DIFFERS,
          agreed,
          ("Expected the events from here up to position %d to be those of the %scheckpoint of"
                  + " size %d, but they are others")
              .formatted(checkpoint.size() - 1, which, checkpoint.size()));
    }
  }

  /** Whether it is a checkpoint of this log; if not, that is noted. */
  private boolean isSigned(SignedNote note, Checkpoint checkpoint, String which) {
    count++;
    origin = origin == null ? checkpoint.origin() : origin;
    boolean isSigned = checkpoint.origin().equals(origin) && note.isSignedByOneOf(keys);
    if (!isSigned) {
      findings.add(
          Flaw.CHECKPOINT_NOT_SIGNED,
          checkpoint.size(),
          "Expected the %scheckpoint of size %d to be this log's and signed, but it is not"
              .formatted(which, checkpoint.size()));
    }
    return isSigned;
  }

  /** After the last entry: what is left are checkpoints of a longer log. */
  void finish(long entries) throws SQLException {
    while (!kept.isEmpty()) {
      cut(kept.remove(), entries, KEPT);
    }
    for (SignedNote next = nextStored; next != null; next = readStored()) {
      cut(next, entries, "");
    }
  }

  private void cut(SignedNote note, long entries, String which) {
    Checkpoint checkpoint = Checkpoint.parse(note.text());
    isSigned(note, checkpoint, which);
    findings.add(
        Flaw.LOG_CUT,
        entries,
        "Expected the %d events of a %scheckpoint, but the log ends before this one"
            .formatted(checkpoint.size(), which));
  }

  /** The next that is a checkpoint of its size; what is none is noted. */
  private @Nullable SignedNote readStored() throws SQLException {
    while (stored.next()) {
      long size = stored.getLong(1);
      try {
        SignedNote note = SignedNote.parse(stored.getString(2));
        if (sizeOf(note) == size) {
          return note;
        }
      } catch (IllegalArgumentException noNote) {
        // as wrong as one of another size
      }
      findings.add(
          Flaw.CHECKPOINT_NOT_SIGNED,
          size,
          "Expected a checkpoint of size %d, but it is none".formatted(size));
    }
    return null;
  }

  private static long sizeOf(SignedNote note) {
    return Checkpoint.parse(note.text()).size();
  }

  @Override
  public void close() throws SQLException {
    stored.close();
    statement.close();
  }
}
