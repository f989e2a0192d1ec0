package org.counterfoil.query.audit.reports;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.http.problem.Problem;
import org.counterfoil.query.audit.lists.DisclosureQueries;
import org.counterfoil.query.audit.lists.ListedReading;
import org.counterfoil.query.audit.lists.Window;
import org.counterfoil.query.audit.register.ProcessingActivity;
import org.counterfoil.query.audit.register.RegisterQueries;
import org.counterfoil.query.table.Report;

/** Makes tables of the register and of who read. */
public final class AuditReports {

  /** As many as a sheet can hold; more must be asked for in parts. */
  private static final int MOST = 1_000_000;

  private final RegisterQueries register;
  private final DisclosureQueries disclosures;

  AuditReports(RegisterQueries register, DisclosureQueries disclosures) {
    this.register = register;
    this.disclosures = disclosures;
  }

  /** The register: a row for each purpose as it stands. */
  Report register(OrganisationId organisation, long position) {
    return Report.of(
        "register",
        List.of(
            "purpose",
            "name",
            "version",
            "declaredAt",
            "dpvPurposeIri",
            "lawfulBasis",
            "specialCategoryCondition",
            "subjectCategories",
            "fields",
            "recipients",
            "startsAt",
            "period",
            "isRequired",
            "notices",
            "people"),
        register.register(organisation, position).activities().stream()
            .map(AuditReports::row)
            .toList());
  }

  private static List<Object> row(ProcessingActivity activity) {
    return List.of(
        activity.purpose(),
        activity.name(),
        (long) activity.version(),
        activity.declaredAt().toString(),
        activity.dpvPurposeIri(),
        activity.lawfulBasis(),
        activity.specialCategoryCondition() == null ? "" : activity.specialCategoryCondition(),
        activity.subjectCategories().stream()
            .map(category -> category.category().name())
            .collect(Collectors.joining(" ")),
        activity.fields().stream()
            .map(field -> field.field().name())
            .collect(Collectors.joining(" ")),
        String.join("; ", activity.recipients()),
        activity.timeLimit().startsAt().name(),
        activity.timeLimit().period(),
        Boolean.toString(activity.isRequired()),
        activity.notices().stream()
            .map(ProcessingActivity.PublishedNotice::language)
            .collect(Collectors.joining(" ")),
        activity.people());
  }

  /** Who read, the newest first. */
  Report disclosures(OrganisationId organisation, Window window) {
    List<ListedReading> readings = disclosures.all(organisation, window, MOST + 1);
    if (readings.size() > MOST) {
      throw Problem.invalid(
              "from",
              "Expected at most " + MOST + " readings between from and to, but there are more")
          .exception();
    }
    return Report.of(
        "disclosures",
        List.of(
            "position",
            "at",
            "kind",
            "how",
            "reason",
            "purposes",
            "fields",
            "people",
            "subjects",
            "recipient",
            "actor"),
        readings.stream().map(AuditReports::row).toList());
  }

  private static List<Object> row(ListedReading reading) {
    return List.of(
        reading.position(),
        reading.at().toString(),
        reading.kind().name(),
        reading.how(),
        reading.reason(),
        String.join(" ", reading.purposes()),
        String.join(" ", reading.fields()),
        reading.people(),
        reading.subjects().stream().map(UUID::toString).collect(Collectors.joining(" ")),
        reading.recipient() == null ? "" : reading.recipient(),
        reading.actor());
  }
}
