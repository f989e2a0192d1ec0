package org.counterfoil.query.audit.recording;

import java.time.Instant;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.privacy.imports.ImportEvent;
import org.counterfoil.domain.privacy.imports.ImportEvent.PeopleImported;
import org.counterfoil.domain.privacy.imports.ImportFigures;
import org.counterfoil.domain.privacy.imports.ImportId;
import org.counterfoil.domain.privacy.imports.SourceCode;

/** Which files of people were brought in. */
final class ImportRows {

  private record ImportRow(
      long position,
      OrganisationId organisationId,
      ImportId importId,
      SourceCode source,
      Instant exportedAt,
      int lines,
      int newPeople,
      int knownPeople,
      int captures,
      int consentsRecorded,
      int consentsNotCounted,
      int faultyLines,
      String actor,
      Instant at) {}

  private final NewRows rows;

  ImportRows(NewRows rows) {
    this.rows = rows;
  }

  void apply(ImportEvent event, Moment moment) {
    switch (event) {
      case PeopleImported imported -> {
        ImportFigures figures = imported.figures();
        rows.add(
            "people_import",
            new ImportRow(
                moment.position(),
                imported.organisationId(),
                imported.importId(),
                imported.source(),
                imported.exportedAt(),
                figures.lines(),
                figures.newPeople(),
                figures.knownPeople(),
                figures.captures(),
                figures.consentsRecorded(),
                figures.consentsNotCounted(),
                figures.faultyLines(),
                moment.actor(),
                moment.at()));
      }
    }
  }
}
