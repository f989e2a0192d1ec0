package org.counterfoil.vault;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.privacy.register.PersonalField;
import org.counterfoil.domain.privacy.register.PurposeKey;
import org.counterfoil.domain.privacy.subject.DataSubjectId;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Who said no to a purpose, by marks of addresses alone: they survive an erasure for nothing but
 * keeping that no alive when somebody brings the address again (Art. 7(3) and 21(3) GDPR).
 */
public final class Suppressions {

  private static final String SINCE =
      """
      select mark, max(said_at) from vault.said_no
      where organisation_id = ? and mark = any(cast(? as bytea[])) group by mark
      """;

  /** From before purposes were told apart: of all advertising of an organisation. */
  private static final String SINCE_BEFORE =
      """
      select mark, suppressed_at from vault.suppressed
      where organisation_id = ? and field = ? and mark = any(cast(? as bytea[]))
      """;

  private final JdbcClient jdbc;
  private final SealedRows rows;
  private final Vault vault;

  /**
   * @param dataSource logs in as {@code counterfoil_vault}
   */
  public Suppressions(DataSource dataSource, Vault vault) {
    this.jdbc = JdbcClient.create(dataSource);
    this.rows = new SealedRows(dataSource);
    this.vault = vault;
  }

  /** What is stored with the event by which somebody says no. Stores nothing. */
  public SealedNo no(
      OrganisationId organisation,
      DataSubjectId subject,
      PurposeKey purpose,
      PersonalField field,
      PersonalValue value) {
    return new SealedNo(
        organisation,
        subject,
        purpose,
        new Ciphertext(vault.markOfNo(organisation, purpose, field, value)));
  }

  /**
   * Remembers what an event of the log says, where the vault may have been restored from before it.
   *
   * @throws VaultUnavailable where it cannot be stored
   */
  public void add(SealedNo no, Instant at) {
    try {
      rows.insert(no, at);
    } catch (DataAccessException failed) {
      throw new VaultUnavailable("Expected to note a no, but the vault does not answer", failed);
    }
  }

  /**
   * When whoever has one of these addresses said no to a purpose last, whatever was erased since;
   * those who never did are not in it.
   *
   * @throws VaultUnavailable where it cannot be asked
   */
  public Map<PersonalValue, Instant> since(
      OrganisationId organisation,
      PurposeKey purpose,
      PersonalField field,
      Collection<PersonalValue> values) {
    Map<PersonalValue, Instant> since = new HashMap<>();
    Map<String, List<PersonalValue>> byMark =
        byMark(values, value -> vault.markOfNo(organisation, purpose, field, value));
    Map<String, List<PersonalValue>> byOlder =
        byMark(values, value -> vault.mark(organisation, field, value));
    try {
      read(jdbc.sql(SINCE).params(organisation.value(), marks(byMark)), byMark, since);
      read(
          jdbc.sql(SINCE_BEFORE).params(organisation.value(), field.name(), marks(byOlder)),
          byOlder,
          since);
      return since;
    } catch (DataAccessException failed) {
      throw new VaultUnavailable("Expected to ask who said no, but it does not answer", failed);
    }
  }

  private static Map<String, List<PersonalValue>> byMark(
      Collection<PersonalValue> values, Function<PersonalValue, byte[]> mark) {
    return values.stream()
        .collect(Collectors.groupingBy(value -> HexFormat.of().formatHex(mark.apply(value))));
  }

  private static byte[][] marks(Map<String, List<PersonalValue>> byMark) {
    return byMark.keySet().stream().map(HexFormat.of()::parseHex).toArray(byte[][]::new);
  }

  private static void read(
      JdbcClient.StatementSpec question,
      Map<String, List<PersonalValue>> byMark,
      Map<PersonalValue, Instant> since) {
    question.query(
        row -> {
          Instant at = row.getObject(2, OffsetDateTime.class).toInstant();
          byMark
              .getOrDefault(HexFormat.of().formatHex(row.getBytes(1)), List.of())
              .forEach(value -> since.merge(value, at, (one, two) -> one.isAfter(two) ? one : two));
        });
  }
}
