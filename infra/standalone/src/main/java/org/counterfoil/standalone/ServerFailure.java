package org.counterfoil.standalone;

import org.counterfoil.embedded.EmbeddedServerException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells in words, not in a stack trace, why PostgreSQL did not start. */
final class ServerFailure extends AbstractFailureAnalyzer<EmbeddedServerException> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, EmbeddedServerException cause) {
    return new FailureAnalysis(
        String.valueOf(cause.getMessage()),
        "One process uses a data folder at a time: stop the other one, or name another folder with"
            + " --counterfoil.data. PostgreSQL's own log is in the data folder, under postgres/log.",
        cause);
  }
}
