package org.counterfoil.http.problem;

import java.io.EOFException;
import java.net.SocketTimeoutException;
import org.apache.coyote.BadRequestException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

/** A request that broke off or paused for too long, or an answer that nobody waited for. */
final class BrokenConnection {

  private static final int MAX_DEPTH = 20;

  private BrokenConnection() {}

  static boolean isCauseOf(@Nullable Throwable thrown) {
    return find(thrown, BadRequestException.class) != null
        || find(thrown, EOFException.class) != null
        || find(thrown, SocketTimeoutException.class) != null
        || find(thrown, AsyncRequestNotUsableException.class) != null;
  }

  static <T extends Throwable> @Nullable T find(@Nullable Throwable thrown, Class<T> type) {
    int depth = 0;
    for (Throwable t = thrown; t != null && depth < MAX_DEPTH; t = t.getCause(), depth++) {
      if (type.isInstance(t)) {
        return type.cast(t);
      }
    }
    return null;
  }
}
