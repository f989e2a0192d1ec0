package org.counterfoil.query.audit.reports;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.http.problem.Problem;
import org.counterfoil.query.audit.lists.DisclosureQueries;
import org.counterfoil.query.audit.lists.ListedReading;
import org.counterfoil.query.audit.lists.Window;
import org.counterfoil.query.audit.register.ProcessingActivity;
import org.counterfoil.query.audit.register.RegisterQueries;
import org.counterfoil.query.audit.scope.AskedAudit;
import org.counterfoil.query.audit.words.PurposeNames;
import org.counterfoil.query.audit.words.Readers;
import org.counterfoil.query.screen.Formats;
import org.counterfoil.query.table.Report;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/** Makes tables of the register and of who read. */
public final class AuditReports {

  /** As many as a sheet can hold; more must be asked for in parts. */
  private static final int MOST = 1_000_000;

  private final RegisterQueries register;
  private final DisclosureQueries disclosures;
  private final MessageSource words;
  private final Formats formats;
  private final PurposeNames names;
  private final Readers readers;

  AuditReports(
      RegisterQueries register,
      DisclosureQueries disclosures,
      MessageSource words,
      Formats formats,
      PurposeNames names,
      Readers readers) {
    this.register = register;
    this.disclosures = disclosures;
    this.words = words;
    this.formats = formats;
    this.names = names;
    this.readers = readers;
  }

  /** The register as a document for people, in the words of a language. */
  RegisterBook book(AskedAudit audit, Locale language) {
    return new RegisterBook(
        register.register(audit.organisationId(), audit.reached()),
        new RegisterWords(words, formats, names, language, audit.timeZone().getId()));
  }

  /** The register for programs: a row for each purpose as it stands, in codes. */
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

  /**
   * Who read, the newest first.
   *
   * @param zone whose times they are
   * @param language for people; missing for programs, who read codes
   */
  Report disclosures(
      OrganisationId organisation, Window window, ZoneId zone, @Nullable Locale language) {
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
            "actor",
            "actorName"),
        language == null
            ? readings.stream().map(this::row).toList()
            : rows(readings, organisation, zone, language));
  }

  private List<List<Object>> rows(
      List<ListedReading> readings, OrganisationId organisation, ZoneId zone, Locale language) {
    PurposeNames.Named named = names.of(organisation, language);
    return readings.stream()
        .map(
            reading ->
                List.<Object>of(
                    reading.position(),
                    formats.moment(reading.at(), zone.getId(), language),
                    word("kind." + reading.kind(), language),
                    words.getMessage(reading.howKey(), null, language),
                    word("reason." + reading.reason(), language),
                    named.all(reading.purposes()),
                    reading.fields().stream()
                        .map(field -> word("field." + field, language))
                        .collect(Collectors.joining(", ")),
                    reading.people(),
                    reading.subjects().stream()
                        .map(UUID::toString)
                        .collect(Collectors.joining(" ")),
                    reading.recipient() == null ? "" : reading.recipient(),
                    reading.actor(),
                    readers.of(reading.actor(), language)))
        .toList();
  }

  private String word(String key, Locale language) {
    return words.getMessage("audit." + key, null, language);
  }

  private List<Object> row(ListedReading reading) {
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
        reading.actor(),
        readers.of(reading.actor(), Locale.ENGLISH));
  }
}
