package org.counterfoil.vault;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.privacy.register.PersonalField;
import org.springframework.dao.DataAccessException;
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
      do update set suppressed_at = greatest(suppressed.suppressed_at, excluded.suppressed_at)
      """;
  private static final String SINCE =
      """
      select suppressed_at from vault.suppressed
      where organisation_id = ? and field = ? and mark = ?
      """;
  private static final String SINCE_ALL =
      """
      select mark, suppressed_at from vault.suppressed
      where organisation_id = ? and field = ? and mark = any(cast(? as bytea[]))
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

  /** Remembers it; the last one counts, and repeating an older one changes nothing. */
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

  /**
   * When whoever has one of these addresses objected last; those who never did are not in it.
   *
   * @throws VaultUnavailable where it cannot be asked
   */
  public Map<PersonalValue, Instant> since(
      OrganisationId organisation, PersonalField field, Collection<PersonalValue> values) {
    Map<String, List<PersonalValue>> byMark =
        values.stream()
            .collect(Collectors.groupingBy(value -> hex(vault.mark(organisation, field, value))));
    byte[][] marks = byMark.keySet().stream().map(HexFormat.of()::parseHex).toArray(byte[][]::new);
    Map<PersonalValue, Instant> since = new HashMap<>();
    try {
      jdbc.sql(SINCE_ALL)
          .params(organisation.value(), field.name(), marks)
          .query(
              row -> {
                Instant at = row.getObject(2, OffsetDateTime.class).toInstant();
                byMark
                    .getOrDefault(hex(row.getBytes(1)), List.of())
                    .forEach(value -> since.put(value, at));
              });
      return since;
    } catch (DataAccessException failed) {
      throw new VaultUnavailable("Expected to ask who objected, but it does not answer", failed);
    }
  }

  private static String hex(byte[] mark) {
    return HexFormat.of().formatHex(mark);
  }

  /** Whether whoever has this address objected, whatever was erased since. */
  public boolean has(OrganisationId organisation, PersonalField field, PersonalValue value) {
    return jdbc.sql(HAS)
        .params(organisation.value(), field.name(), vault.mark(organisation, field, value))
        .query(Boolean.class)
        .single();
  }
}
