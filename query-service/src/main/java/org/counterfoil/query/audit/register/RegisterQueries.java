package org.counterfoil.query.audit.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.privacy.DpvPurpose;
import org.counterfoil.domain.privacy.LawfulBasis;
import org.counterfoil.domain.privacy.PersonalField;
import org.counterfoil.domain.privacy.RetentionStart;
import org.counterfoil.query.audit.register.ProcessingActivity.CategoryOfSubjects;
import org.counterfoil.query.audit.register.ProcessingActivity.FieldCategory;
import org.counterfoil.query.audit.register.ProcessingActivity.PublishedNotice;
import org.counterfoil.query.audit.register.ProcessingActivity.TimeLimit;
import org.counterfoil.query.audit.register.ProcessingRegister.CategoryOfProcessing;
import org.counterfoil.query.audit.register.ProcessingRegister.ControllerEntry;
import org.counterfoil.query.audit.register.ProcessingRegister.Host;
import org.counterfoil.query.audit.register.ProcessingRegister.MadeTransfer;
import org.counterfoil.query.audit.register.ProcessingRegister.Measure;
import org.counterfoil.query.audit.register.ProcessingRegister.OnBehalf;
import org.counterfoil.query.audit.register.ProcessingRegister.Processing;
import org.counterfoil.query.audit.register.ProcessingRegister.Transfers;
import org.counterfoil.query.audit.scope.AuditSnapshot;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The register of processing, and the map of what is kept. Neither names anybody. */
public final class RegisterQueries {

  private static final String CONTROLLER =
      """
      select o.*, c.address, c.contact_address, c.representative,
        case when c.position is null then o.dpo_contact else c.dpo_contact end as dpo,
        array(select jsonb_array_elements_text(c.joint_controllers)) as joint_names,
        array(select jsonb_array_elements_text(c.measures)) as measure_names,
        array(select t ->> 'recipient' || '/' || (t ->> 'country') || '/' || (t ->> 'safeguard')
          from jsonb_array_elements(c.transfers) t) as made_transfers
      from organisation o
      left join controller c on c.organisation_id = o.organisation_id and c.position = (
        select max(d.position) from controller d where d.organisation_id = o.organisation_id)
      where o.organisation_id = :organisation
      """;

  /** Purposes as they stand, in the order they were first declared. */
  private static final String ACTIVITIES =
      """
      select p.*, array(select jsonb_array_elements_text(p.fields)) as field_names,
        array(select jsonb_array_elements_text(p.recipients)) as recipient_names,
        (select count(distinct c.subject_id) from capture c
         where c.organisation_id = p.organisation_id and c.purpose = p.purpose
           and c.ended_position is null) as people
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
        count(distinct k.subject_id) as people,
        min(k.ends_on) as first_ends_on,
        max(k.ends_on) as last_ends_on
      from kept_field k
      where k.organisation_id = :organisation
      group by k.field, k.purpose, k.lawful_basis
      order by k.purpose, k.field, k.lawful_basis
      """;

  private static final String PEOPLE =
      """
      select count(distinct subject_id) from capture
      where organisation_id = :organisation and ended_position is null
      """;

  private static final Transfers NONE = Transfers.of(List.of());

  private record Described(
      ControllerEntry controller, Transfers transfers, List<String> measures) {}

  private final AuditSnapshot snapshot;
  private final @Nullable Host host;

  RegisterQueries(AuditSnapshot snapshot, @Nullable Host host) {
    this.snapshot = snapshot;
    this.host = host;
  }

  /** The register as it stands. */
  public ProcessingRegister register(OrganisationId organisation, long position) {
    return snapshot.read(
        tables -> {
          List<Measure> measures =
              Arrays.stream(SecurityMeasure.values())
                  .map(measure -> new Measure(measure, measure.iri()))
                  .toList();
          Described described = described(tables, organisation);
          return new ProcessingRegister(
              described.controller(),
              activities(tables, organisation),
              described.transfers(),
              measures,
              described.measures(),
              new OnBehalf(
                  host,
                  Arrays.stream(Processing.values())
                      .map(processing -> new CategoryOfProcessing(processing, processing.iri()))
                      .toList(),
                  NONE,
                  measures),
              position);
        });
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
    return snapshot.read(tables -> described(tables, organisation).controller());
  }

  private static Described described(JdbcClient tables, OrganisationId organisation) {
    return tables
        .sql(CONTROLLER)
        .param("organisation", organisation.value())
        .query((row, number) -> described(row))
        .single();
  }

  private static Described described(ResultSet row) throws SQLException {
    List<MadeTransfer> transfers =
        strings(row, "made_transfers").stream().map(RegisterQueries::transfer).toList();
    return new Described(
        new ControllerEntry(
            row.getObject("organisation_id", UUID.class),
            row.getString("name"),
            row.getString("legal_name"),
            row.getString("country"),
            row.getString("siren"),
            row.getString("address"),
            row.getString("contact_address"),
            row.getString("dpo"),
            row.getString("representative"),
            strings(row, "joint_names")),
        Transfers.of(transfers),
        strings(row, "measure_names"));
  }

  /** Country and safeguard have no slash; a recipient may. */
  private static MadeTransfer transfer(String text) {
    int last = text.lastIndexOf('/');
    int first = text.lastIndexOf('/', last - 1);
    return new MadeTransfer(
        text.substring(0, first), text.substring(first + 1, last), text.substring(last + 1));
  }

  private static List<ProcessingActivity> activities(
      JdbcClient tables, OrganisationId organisation) {
    Map<String, List<PublishedNotice>> notices = notices(tables, organisation);
    return tables
        .sql(ACTIVITIES)
        .param("organisation", organisation.value())
        .query((row, number) -> activity(row, notices))
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
      ResultSet row, Map<String, List<PublishedNotice>> notices) throws SQLException {
    DpvPurpose dpv = DpvPurpose.valueOf(row.getString("dpv_purpose"));
    LawfulBasis basis = new LawfulBasis(row.getString("lawful_basis"));
    SubjectCategory category = SubjectCategory.of(dpv);
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
        strings(row, "field_names").stream()
            .map(PersonalField::valueOf)
            .map(field -> new FieldCategory(field, field.iri(), field.isSpecialCategory()))
            .toList(),
        strings(row, "recipient_names"),
        new TimeLimit(
            RetentionStart.valueOf(row.getString("retention_start")),
            row.getString("retention_period")),
        notices.getOrDefault(purpose + "/" + version, List.of()),
        row.getLong("people"));
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

  private static List<String> strings(ResultSet row, String column) throws SQLException {
    return List.of((String[]) row.getArray(column).getArray());
  }
}
