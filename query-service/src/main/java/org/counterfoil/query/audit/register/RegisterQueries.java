package org.counterfoil.query.audit.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.privacy.register.DpvPurpose;
import org.counterfoil.domain.privacy.register.LawfulBasis;
import org.counterfoil.domain.privacy.register.PersonalField;
import org.counterfoil.domain.privacy.register.RetentionStart;
import org.counterfoil.domain.privacy.register.SpecialCategoryCondition;
import org.counterfoil.query.audit.register.HostRegister.ServedParty;
import org.counterfoil.query.audit.register.ProcessingActivity.CategoryOfSubjects;
import org.counterfoil.query.audit.register.ProcessingActivity.FieldCategory;
import org.counterfoil.query.audit.register.ProcessingActivity.PublishedNotice;
import org.counterfoil.query.audit.register.ProcessingActivity.TimeLimit;
import org.counterfoil.query.audit.register.ProcessingRegister.ControllerEntry;
import org.counterfoil.query.audit.register.ProcessingRegister.Host;
import org.counterfoil.query.audit.register.ProcessingRegister.Measure;
import org.counterfoil.query.audit.register.ProcessingRegister.OnBehalf;
import org.counterfoil.query.audit.scope.AuditSnapshot;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The register of processing, and the map of what is kept. Neither names anybody. */
public final class RegisterQueries {

  /** Purposes as they stand, in the order they were first declared. */
  private static final String ACTIVITIES =
      """
      select p.*, array(select jsonb_array_elements_text(p.fields)) as field_names,
        array(select jsonb_array_elements_text(p.recipients)) as recipient_names,
        coalesce((select k.people from kept_people k
          where k.organisation_id = p.organisation_id and k.purpose = p.purpose), 0) as people
      from purpose p
      where p.organisation_id = :organisation and p.version = (
        select max(q.version) from purpose q
        where q.organisation_id = p.organisation_id and q.purpose = p.purpose)
      order by (
        select min(q.position) from purpose q
        where q.organisation_id = p.organisation_id and q.purpose = p.purpose), p.purpose
      """;

  private static final String NOTICES =
      """
      select n.*, n.purpose || '/' || n.purpose_version as of
      from notice n where n.organisation_id = :organisation order by n.position
      """;

  private static final String MAP =
      """
      select k.field, k.purpose, k.lawful_basis,
        (select p.name from purpose p
         where p.organisation_id = :organisation and p.purpose = k.purpose
         order by p.version desc limit 1) as purpose_name,
        sum(k.people) as people,
        min(k.ends_on) as first_ends_on,
        max(k.ends_on) as last_ends_on
      from kept_until k
      where k.organisation_id = :organisation
      group by k.field, k.purpose, k.lawful_basis
      order by k.purpose, k.field, k.lawful_basis
      """;

  private static final String PEOPLE =
      """
      select coalesce(sum(people), 0) from kept_people
      where organisation_id = :organisation and purpose = ''
      """;

  private final AuditSnapshot snapshot;
  private final @Nullable Host host;

  public RegisterQueries(AuditSnapshot snapshot, @Nullable Host host) {
    this.snapshot = snapshot;
    this.host = host;
  }

  /** The register as it stands. */
  public ProcessingRegister register(OrganisationId organisation, long position) {
    return snapshot.read(
        tables -> {
          DescribedParty described = DescribedParty.of(tables, organisation);
          return new ProcessingRegister(
              described.controller(),
              activities(tables, organisation),
              described.transfers(),
              Measure.all(),
              described.measures(),
              OnBehalf.by(host),
              position);
        });
  }

  /** What the host does for everybody that it serves. */
  public HostRegister ofHost(long position) {
    return snapshot.read(
        tables ->
            new HostRegister(
                OnBehalf.by(host),
                DescribedParty.all(tables).stream()
                    .map(one -> new ServedParty(one.controller(), one.transfers()))
                    .toList(),
                position));
  }

  /** What is kept, by field and purpose. */
  public DataMap map(OrganisationId organisation, long position) {
    return snapshot.read(
        tables ->
            new DataMap(
                tables
                    .sql(MAP)
                    .param("organisation", organisation.value())
                    .query((row, number) -> line(row))
                    .list(),
                tables
                    .sql(PEOPLE)
                    .param("organisation", organisation.value())
                    .query(Long.class)
                    .single(),
                position));
  }

  /** Of one that exists, which the scope makes sure of. */
  public ControllerEntry controller(OrganisationId organisation) {
    return snapshot.read(tables -> DescribedParty.of(tables, organisation).controller());
  }

  private static List<ProcessingActivity> activities(
      JdbcClient tables, OrganisationId organisation) {
    Map<String, List<PublishedNotice>> notices = notices(tables, organisation);
    Map<String, ConsentFigures> consents = ConsentFigures.of(tables, organisation);
    return tables
        .sql(ACTIVITIES)
        .param("organisation", organisation.value())
        .query((row, number) -> activity(row, notices, consents))
        .list();
  }

  private static Map<String, List<PublishedNotice>> notices(
      JdbcClient tables, OrganisationId organisation) {
    return tables
        .sql(NOTICES)
        .param("organisation", organisation.value())
        .query(
            (row, number) ->
                Map.entry(
                    row.getString("of"),
                    new PublishedNotice(
                        row.getObject("notice_version_id", UUID.class),
                        row.getString("language"),
                        row.getString("notice_hash"),
                        row.getObject("published_at", OffsetDateTime.class).toInstant())))
        .list()
        .stream()
        .collect(
            Collectors.groupingBy(
                Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
  }

  private static ProcessingActivity activity(
      ResultSet row,
      Map<String, List<PublishedNotice>> notices,
      Map<String, ConsentFigures> consents)
      throws SQLException {
    DpvPurpose dpv = DpvPurpose.valueOf(row.getString("dpv_purpose"));
    LawfulBasis basis = new LawfulBasis(row.getString("lawful_basis"));
    SubjectCategory category = SubjectCategory.of(dpv, basis);
    String purpose = row.getString("purpose");
    int version = row.getInt("version");
    return new ProcessingActivity(
        purpose,
        row.getString("name"),
        dpv.iri(),
        version,
        row.getObject("declared_at", OffsetDateTime.class).toInstant(),
        basis.value(),
        basis.iri(),
        row.getString("condition"),
        row.getBoolean("is_required"),
        List.of(new CategoryOfSubjects(category, category.iri())),
        DescribedParty.strings(row, "field_names").stream()
            .map(PersonalField::valueOf)
            .map(field -> new FieldCategory(field, field.iri(), field.isSpecialCategory()))
            .toList(),
        DescribedParty.strings(row, "recipient_names"),
        new TimeLimit(
            RetentionStart.valueOf(row.getString("retention_start")),
            row.getString("retention_period")),
        notices.getOrDefault(purpose + "/" + version, List.of()),
        row.getLong("people"),
        isByConsent(basis, row.getString("condition"))
            ? consents.getOrDefault(purpose, ConsentFigures.NONE)
            : null);
  }

  /** Also where only the special category asks for it, as for access needs. */
  private static boolean isByConsent(LawfulBasis basis, @Nullable String condition) {
    return basis.equals(LawfulBasis.CONSENT)
        || SpecialCategoryCondition.EXPLICIT_CONSENT.value().equals(condition);
  }

  private static DataMapLine line(ResultSet row) throws SQLException {
    PersonalField field = PersonalField.valueOf(row.getString("field"));
    return new DataMapLine(
        field,
        field.iri(),
        row.getString("purpose"),
        row.getString("purpose_name"),
        row.getString("lawful_basis"),
        row.getLong("people"),
        row.getObject("first_ends_on", LocalDate.class),
        row.getObject("last_ends_on", LocalDate.class));
  }
}
