package org.counterfoil.query.audit.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.counterfoil.feed.projection.ProjectionRunner;
import org.counterfoil.query.given.Bench;
import org.counterfoil.query.given.BoxOffice;
import org.counterfoil.query.given.Carrier;
import org.counterfoil.query.given.House;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * No column of the records can hold anything about a person but an opaque id: each is a number, a
 * time, an id, or text of a list or form that is named here with what writes it.
 */
class AuditColumnsTest {

  private static final Set<String> NOT_TEXT =
      Set.of("uuid", "bigint", "integer", "boolean", "date", "timestamp with time zone");

  /** The text columns of any table, and the domain's type whose values they hold. */
  private static final Map<String, String> TEXTS =
      Map.ofEntries(
          Map.entry("actor", "Actor: a kind and an opaque id"),
          Map.entry("address", "PublicLabel of the controller's seat"),
          Map.entry("answer", "ConsentAnswer"),
          Map.entry(
              "code",
              "IdentityCheck, ExtensionGround, RefusalGround, RequestKind: what became of it"),
          Map.entry("condition", "SpecialCategoryCondition"),
          Map.entry("contact", "ContactKind"),
          Map.entry("contact_address", "PublicContact: of a function, not of a person"),
          Map.entry("country", "CountryCode"),
          Map.entry("door", "CaptureDoor"),
          Map.entry("dpv_purpose", "DpvPurpose"),
          Map.entry("dpo_contact", "PublicContact: of a function, not of a person"),
          Map.entry("duty", "KeepingDuty"),
          Map.entry("ending", "REPLACED, RECTIFIED, ERASED"),
          Map.entry("extension", "ExtensionGround"),
          Map.entry("field", "PersonalField"),
          Map.entry("exported_from", "SourceCode of the system that a file came from"),
          Map.entry("fields", "PersonalField, in a list"),
          Map.entry("fiscal_year_start", "MonthDay"),
          Map.entry("identity_check", "IdentityCheck"),
          Map.entry("joint_controllers", "PublicLabel of other controllers, in a list"),
          Map.entry("kind", "DisclosureKind, RequestKind"),
          Map.entry("language", "LanguageTag"),
          Map.entry("lawful_basis", "LawfulBasis"),
          Map.entry("legal_name", "PublicLabel of the organisation"),
          Map.entry("measures", "PublicLabel of security measures, in a list"),
          Map.entry("name", "PublicLabel of the organisation or the purpose"),
          Map.entry("notice_hash", "NoticeHash"),
          Map.entry("purpose", "PurposeKey"),
          Map.entry("purposes", "PurposeKey, in a list"),
          Map.entry("question", "AuditQuestion"),
          Map.entry("reason", "DisclosureReason, ErasureReason"),
          Map.entry("recipient", "PublicLabel of who else is told"),
          Map.entry("recipients", "PublicLabel of who else is told, in a list"),
          Map.entry("refusal", "RefusalGround"),
          Map.entry("representative", "PublicLabel of an office"),
          Map.entry("restriction", "RestrictionReason"),
          Map.entry("retention_period", "RetentionPeriod"),
          Map.entry("retention_start", "RetentionStart"),
          Map.entry("siren", "RegistrationNumber"),
          Map.entry(
              "source",
              "SourceCode of the system that a file came from, or of where a consent was given"),
          Map.entry("state", "RightsRequest.State"),
          Map.entry("step", "SubjectStep"),
          Map.entry("time_zone", "ZoneId"),
          Map.entry("transfers", "ThirdCountryTransfer, in a list"));

  @Test
  void noColumnCanHoldPersonalData() throws Exception {
    try (Bench bench = new Bench(Carrier.STORE_TAIL);
        ProjectionRunner runner = bench.run(new AuditProjection())) {
      new BoxOffice(bench.log(), House.plan(1, 1, 1), Instant.EPOCH).organisation("Scènes");
      bench.awaitAll(runner);
      JdbcClient tables = JdbcClient.create(bench.audit());

      assertThat(free(tables)).isEmpty();
      assertThat(TEXTS.keySet())
          .as("columns that are named here and are nowhere")
          .isSubsetOf(columns(tables));

      tables.sql("alter table audit.capture add column email text").update();
      assertThat(free(tables)).containsExactly("capture.email");
    }
  }

  private static List<String> free(JdbcClient tables) {
    return tables
        .sql(
            """
            select c.table_name || '.' || c.column_name
            from information_schema.columns c
            join information_schema.tables t
              on t.table_schema = c.table_schema and t.table_name = c.table_name
            where c.table_schema = 'audit' and t.table_type = 'BASE TABLE'
              and t.table_name not in ('checkpoint', 'parked', 'schema_version')
              and not (c.data_type = any (?))
              and not (c.data_type in ('text', 'jsonb') and c.column_name = any (?))
            order by 1
            """)
        .param(NOT_TEXT.toArray(String[]::new))
        .param(TEXTS.keySet().toArray(String[]::new))
        .query(String.class)
        .list();
  }

  private static Set<String> columns(JdbcClient tables) {
    return new TreeSet<>(
        tables
            .sql(
                "select column_name::text from information_schema.columns where table_schema ="
                    + " 'audit'")
            .query(String.class)
            .list());
  }
}
