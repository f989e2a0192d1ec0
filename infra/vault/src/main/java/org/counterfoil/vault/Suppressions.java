package org.counterfoil.vault;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.sql.DataSource;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.privacy.PersonalField;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Who objected to being written to, by marks alone: they survive an erasure for nothing but keeping
 * the objection alive when somebody brings the address again (Art. 21(3) GDPR).
 */
public final class Suppressions {

  private static final String ADD =
      """
      insert into vault.suppressed (organisation_id, field, mark, suppressed_at)
      values (?, ?, ?, ?) on conflict (organisation_id, field, mark)
      do update set suppressed_at = excluded.suppressed_at
      """;
  private static final String SINCE =
      """
      select suppressed_at from vault.suppressed
      where organisation_id = ? and field = ? and mark = ?
      """;
  private static final String HAS =
      """
      select exists (
        select 1 from vault.suppressed where organisation_id = ? and field = ? and mark = ?)
      """;

  private final JdbcClient jdbc;
  private final Vault vault;

  /**
   * @param dataSource logs in as {@code counterfoil_vault}
   */
  public Suppressions(DataSource dataSource, Vault vault) {
    this.jdbc = JdbcClient.create(dataSource);
    this.vault = vault;
  }

  /** Remembers it; repeating it changes nothing. */
  public void add(
      OrganisationId organisation, PersonalField field, PersonalValue value, Instant at) {
    jdbc.sql(ADD)
        .params(
            organisation.value(),
            field.name(),
            vault.mark(organisation, field, value),
            at.atOffset(ZoneOffset.UTC))
        .update();
  }

  /** When whoever has this address objected last, whatever was erased since; missing for never. */
  public Optional<Instant> since(
      OrganisationId organisation, PersonalField field, PersonalValue value) {
    return jdbc.sql(SINCE)
        .params(organisation.value(), field.name(), vault.mark(organisation, field, value))
        .query(OffsetDateTime.class)
        .optional()
        .map(OffsetDateTime::toInstant);
  }

  /** Whether whoever has this address objected, whatever was erased since. */
  public boolean has(OrganisationId organisation, PersonalField field, PersonalValue value) {
    return jdbc.sql(HAS)
        .params(organisation.value(), field.name(), vault.mark(organisation, field, value))
        .query(Boolean.class)
        .single();
  }
}
