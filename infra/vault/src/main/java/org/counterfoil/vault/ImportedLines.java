package org.counterfoil.vault;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import javax.sql.DataSource;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.privacy.imports.SourceCode;
import org.counterfoil.domain.privacy.register.PurposeKey;
import org.counterfoil.domain.privacy.subject.DataKeyId;
import org.counterfoil.domain.privacy.subject.DataSubjectId;
import org.counterfoil.vault.Vault.DueKey;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whom the lines of a source's files made, by keyed marks of what that source knows a person by: a
 * line that is brought again makes nobody. A mark goes with the key of what it made, so that
 * nothing is left by which an erased person would be known.
 */
public final class ImportedLines {

  private static final String FIND =
      """
      select l.mark, k.key_id, k.subject_id, k.purpose from vault.imported_line l
      join vault.data_key k on k.key_id = l.key_id
      where l.organisation_id = ? and l.mark = any(cast(? as bytea[]))
      """;
  private static final String LOCK = "select pg_try_advisory_lock(?, ?)";
  private static final String UNLOCK = "select pg_advisory_unlock(?, ?)";

  /** Of organisations, each of which holds a connection: there are others who need the vault. */
  private static final int MOST_AT_ONCE = 2;

  /** Nobody else locks under this number. */
  private static final int IMPORTS = 0x494d50;

  private final Semaphore free = new Semaphore(MOST_AT_ONCE);
  private final DataSource source;
  private final JdbcClient jdbc;
  private final Vault vault;

  /**
   * @param source logs in as {@code counterfoil_vault}
   */
  public ImportedLines(DataSource source, Vault vault) {
    this.source = source;
    this.jdbc = JdbcClient.create(source);
    this.vault = vault;
  }

  /** What was sealed, to be known by the line that it was brought with. */
  public SealedCapture brought(SealedCapture sealed, SourceCode from, PersonalValue identity) {
    DataKeyName key = sealed.key();
    return sealed.broughtWith(
        new Ciphertext(vault.markOfLine(key.organisationId(), from, key.purpose(), identity)));
  }

  /**
   * What lines made that were brought before, by whom they name; those that made nothing are not in
   * it.
   *
   * @throws VaultUnavailable where it cannot be asked
   */
  public Map<PersonalValue, List<DueKey>> find(
      OrganisationId organisation,
      SourceCode from,
      Collection<PersonalValue> identities,
      Collection<PurposeKey> purposes) {
    Map<String, PersonalValue> byMark = new HashMap<>();
    for (PersonalValue identity : identities) {
      for (PurposeKey purpose : purposes) {
        byMark.put(hex(vault.markOfLine(organisation, from, purpose, identity)), identity);
      }
    }
    byte[][] marks = byMark.keySet().stream().map(HexFormat.of()::parseHex).toArray(byte[][]::new);
    Map<PersonalValue, List<DueKey>> made = new HashMap<>();
    try {
      jdbc.sql(FIND)
          .params(organisation.value(), marks)
          .query(
              row -> {
                made.computeIfAbsent(byMark.get(hex(row.getBytes(1))), none -> new ArrayList<>())
                    .add(
                        new DueKey(
                            new DataKeyId(row.getObject(2, UUID.class)),
                            organisation,
                            new DataSubjectId(row.getObject(3, UUID.class)),
                            new PurposeKey(row.getString(4))));
              });
      return made;
    } catch (DataAccessException failed) {
      throw new VaultUnavailable("Expected to know lines, but the vault does not answer", failed);
    }
  }

  private static String hex(byte[] mark) {
    return HexFormat.of().formatHex(mark);
  }

  /** Holds an organisation's imports until it is closed. */
  public static final class Turn implements AutoCloseable {

    private final Connection connection;
    private final int organisation;
    private final Semaphore free;

    private Turn(Connection connection, int organisation, Semaphore free) {
      this.connection = connection;
      this.organisation = organisation;
      this.free = free;
    }

    /** Whoever is killed meanwhile gives it back as well: with its connection. */
    @Override
    public void close() {
      try (Connection held = connection) {
        ask(held, UNLOCK, organisation);
      } catch (SQLException gone) {
        throw new VaultUnavailable("Expected to give a lock back, but it is gone", gone);
      } finally {
        free.release();
      }
    }
  }

  /**
   * The turn of an organisation, whose imports are one after another in all processes, and with few
   * of others in this one; nothing where one has to wait.
   *
   * @throws VaultUnavailable where it cannot be asked
   */
  public Optional<Turn> turnOf(OrganisationId organisation) {
    if (!free.tryAcquire()) {
      return Optional.empty();
    }
    Optional<Turn> turn = Optional.empty();
    try {
      turn = locked(organisation.value().hashCode());
      return turn;
    } catch (SQLException failed) {
      throw new VaultUnavailable("Expected a lock, but the vault does not answer", failed);
    } finally {
      if (turn.isEmpty()) {
        free.release();
      }
    }
  }

  private Optional<Turn> locked(int number) throws SQLException {
    Connection connection = source.getConnection();
    if (ask(connection, LOCK, number)) {
      return Optional.of(new Turn(connection, number, free));
    }
    connection.close();
    return Optional.empty();
  }

  private static boolean ask(Connection connection, String sql, int organisation)
      throws SQLException {
    try (PreparedStatement question = connection.prepareStatement(sql)) {
      question.setInt(1, IMPORTS);
      question.setInt(2, organisation);
      try (ResultSet answer = question.executeQuery()) {
        return answer.next() && answer.getBoolean(1);
      }
    }
  }
}
