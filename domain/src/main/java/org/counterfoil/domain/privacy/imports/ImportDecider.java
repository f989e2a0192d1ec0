package org.counterfoil.domain.privacy.imports;

import java.time.Instant;
import org.counterfoil.domain.Decider;
import org.counterfoil.domain.Decision;
import org.counterfoil.domain.privacy.PrivacyRejection;
import org.counterfoil.domain.privacy.imports.ImportCommand.EndImport;
import org.counterfoil.domain.privacy.imports.ImportEvent.PeopleImported;

/** Decides about imports of people. */
public final class ImportDecider implements Decider<ImportCommand, Import, ImportEvent> {

  @Override
  public Decision<ImportEvent> decide(ImportCommand command, Import state, Instant now) {
    return switch (command) {
      case EndImport end -> state.isEnded ? Decision.accept() : end(end, now);
    };
  }

  private static Decision<ImportEvent> end(EndImport end, Instant now) {
    if (end.exportedAt().isAfter(now)) {
      return Decision.reject(
          PrivacyRejection.EXPORTED_IN_THE_FUTURE,
          "Expected a file that was exported, but " + end.exportedAt() + " is yet to come");
    }
    return Decision.accept(
        new PeopleImported(
            end.importId(), end.organisationId(), end.source(), end.exportedAt(), end.figures()));
  }

  @Override
  public void evolve(Import state, ImportEvent event) {
    switch (event) {
      case PeopleImported imported -> state.isEnded = true;
    }
  }
}
