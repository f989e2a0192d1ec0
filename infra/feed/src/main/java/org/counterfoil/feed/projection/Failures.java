package org.counterfoil.feed.projection;

import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Set;
import org.apache.kafka.common.KafkaException;
import org.counterfoil.eventstore.codec.UnknownEventName;
import org.counterfoil.eventstore.log.LogGap;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.TransactionException;

/** Tells failures that pass by waiting from those that would come again. */
final class Failures {

  /**
   * Classes of SQL state: connection, rollback (serialization, deadlock), resources, operator (such
   * as a shutdown), system. See PostgreSQL's appendix on error codes.
   */
  private static final Set<String> PASSING_CLASSES = Set.of("08", "40", "53", "57", "58");

  private static final String LOCK_NOT_AVAILABLE = "55P03";

  private Failures() {}

  /**
   * Whether the same may succeed later, unchanged. So it may where a transaction could not be begun
   * or rolled back, as its connection is gone.
   */
  static boolean isPassing(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof CheckpointMoved
          || cause instanceof KafkaException
          || cause instanceof TransactionException) {
        return true;
      }
      if (cause instanceof SQLException sql && isPassing(sql)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isPassing(SQLException failure) {
    String state = failure.getSQLState();
    if (state == null || state.length() < 2) {
      return failure instanceof SQLTransientException || failure instanceof SQLRecoverableException;
    }
    return PASSING_CLASSES.contains(state.substring(0, 2)) || state.equals(LOCK_NOT_AVAILABLE);
  }

  /** Whether a lock was not given in time. */
  static boolean isLockTimeout(Throwable failure) {
    return LOCK_NOT_AVAILABLE.equals(sqlState(failure));
  }

  /**
   * Names a failure without its message, which may quote values: class, SQL state, and the line of
   * the projection.
   */
  static String reason(Throwable failure, Class<?> projection) {
    StringBuilder reason = new StringBuilder(failure.getClass().getSimpleName());
    String state = sqlState(failure);
    if (state != null) {
      reason.append(' ').append(state);
    }
    for (StackTraceElement frame : failure.getStackTrace()) {
      if (frame.getClassName().startsWith(projection.getName())) {
        return reason
            .append(" at ")
            .append(frame.getFileName())
            .append(':')
            .append(frame.getLineNumber())
            .toString();
      }
    }
    return reason.toString();
  }

  /** Names what stopped a projection. */
  static String stopReason(Throwable failure, Class<?> projection) {
    if (failure instanceof UnknownEventName || failure instanceof LogGap) {
      return String.valueOf(failure.getMessage());
    }
    return reason(failure, projection);
  }

  private static @Nullable String sqlState(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        return sql.getSQLState();
      }
    }
    return null;
  }
}
