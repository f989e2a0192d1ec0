package org.counterfoil.command.privacy.vault;

import org.counterfoil.http.problem.Problem;
import org.counterfoil.http.problem.ProblemCode;
import org.counterfoil.http.problem.ProblemTranslation;
import org.counterfoil.vault.VaultUnavailable;
import org.jspecify.annotations.Nullable;

/** A vault that does not answer is told as that, and never as an erasure. */
final class VaultProblems implements ProblemTranslation {

  @Override
  public @Nullable Problem of(Throwable thrown) {
    return thrown instanceof VaultUnavailable
        ? Problem.of(
            ProblemCode.VAULT_UNAVAILABLE,
            "Expected the vault to answer, but it does not; nothing is known of what it holds")
        : null;
  }
}
