package org.counterfoil.query.audit.subject;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.privacy.register.DpvPurpose;
import org.counterfoil.domain.privacy.register.PersonalField;
import org.counterfoil.domain.privacy.register.PurposeKey;
import org.counterfoil.domain.privacy.subject.DataSubjectId;
import org.counterfoil.http.problem.Problem;
import org.counterfoil.http.problem.ProblemCode;
import org.counterfoil.query.audit.scope.AuditSnapshot;
import org.counterfoil.query.live.AsOf;

/** Consents as records for whoever must prove them. */
public final class ConsentRecordQueries {

  /** The purpose as it stood when it was answered last under a notice. */
  private static final String ASKED =
      """
      select o.legal_name, o.country, c.address, c.contact_address, p.*,
        array(select jsonb_array_elements_text(p.fields)) as field_names,
        array(select jsonb_array_elements_text(p.recipients)) as recipient_names
      from purpose p
      join organisation o on o.organisation_id = p.organisation_id
      left join controller c on c.organisation_id = o.organisation_id and c.position = (
        select max(d.position) from controller d where d.organisation_id = o.organisation_id)
      where p.organisation_id = :organisation and p.purpose = :purpose and p.version = :version
      """;

  private final AuditSnapshot snapshot;
  private final ConsentQueries consents;

  ConsentRecordQueries(AuditSnapshot snapshot, ConsentQueries consents) {
    this.snapshot = snapshot;
    this.consents = consents;
  }

  /** Ends the request as a 404 where the person was never asked for this consent. */
  public ConsentState answered(
      OrganisationId organisation, DataSubjectId subject, PurposeKey purpose) {
    return consents.of(organisation, subject, new AsOf.Now(), 0).consents().stream()
        .filter(consent -> consent.purpose().equals(purpose.value()))
        .findFirst()
        .orElseThrow(
            () ->
                Problem.of(
                        ProblemCode.NOT_FOUND,
                        "Expected a consent that was answered, but nobody asked for " + purpose)
                    .exception());
  }

  /** The record of a consent that was answered. */
  public Map<String, Object> record(
      OrganisationId organisation, DataSubjectId subject, ConsentState state) {
    int version =
        state.answers().stream()
            .map(ConsentState.Answered::purposeVersion)
            .filter(Objects::nonNull)
            .findFirst()
            .orElseThrow(
                () -> new IllegalStateException("Expected an answer to something, but " + state));
    ConsentRecord.Asked asked =
        snapshot.read(
            tables ->
                tables
                    .sql(ASKED)
                    .param("organisation", organisation.value())
                    .param("purpose", state.purpose())
                    .param("version", version)
                    .query((row, number) -> asked(row))
                    .single());
    return ConsentRecord.of(subject, asked, state);
  }

  private static ConsentRecord.Asked asked(ResultSet row) throws SQLException {
    List<PersonalField> fields =
        SubjectQueries.strings(row, "field_names").stream().map(PersonalField::valueOf).toList();
    return new ConsentRecord.Asked(
        row.getString("legal_name"),
        row.getObject("organisation_id", UUID.class),
        row.getString("country"),
        row.getString("address"),
        row.getString("contact_address"),
        row.getString("purpose"),
        row.getString("name"),
        DpvPurpose.valueOf(row.getString("dpv_purpose")),
        row.getString("lawful_basis"),
        row.getString("condition"),
        fields,
        SubjectQueries.strings(row, "recipient_names"),
        row.getString("retention_start"),
        row.getString("retention_period"),
        row.getBoolean("is_required"));
  }
}
