package org.counterfoil.vault;

import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.privacy.register.PurposeKey;
import org.counterfoil.domain.privacy.subject.DataKeyId;
import org.counterfoil.domain.privacy.subject.DataSubjectId;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Encrypts every key with the newest version of the master key, some at a time, while the vault is
 * in use. What the keys encrypted, and the log, stay as they are. It may be interrupted anywhere:
 * each key says which version encrypted it.
 */
public final class MasterKeyRotation {

  /** Before all keys. */
  public static final DataKeyId BEGINNING = new DataKeyId(new UUID(0, 0));

  private static final String OLDER =
      """
      select key_id, organisation_id, subject_id, purpose, wrapped from vault.data_key
      where key_id > ? and master_version is distinct from ? order by key_id limit ?
      """;

  /** One that was destroyed meanwhile stays so, and one that somebody else was faster with, too. */
  private static final String REPLACE =
      "update vault.data_key set wrapped = ?, master_version = ? where key_id = ? and wrapped = ?";

  private static final String COUNTS =
      """
      select coalesce(master_version, ''), count(*) from (
        select master_version from vault.data_key
        union all select master_version from vault.mark_key) as keys
      group by 1 order by 1
      """;

  private final JdbcClient jdbc;
  private final JdbcTemplate batches;
  private final MasterKey master;
  private final KeyWrapping keys;

  /**
   * @param vault logs in as {@code counterfoil_vault}
   */
  public MasterKeyRotation(DataSource vault, MasterKey master) {
    this.jdbc = JdbcClient.create(vault);
    this.batches = new JdbcTemplate(vault);
    this.master = master;
    this.keys = new KeyWrapping(master);
  }

  /** The master key. */
  public MasterKey master() {
    return master;
  }

  /** One that another version encrypted. */
  private record Older(DataKeyName name, Ciphertext wrapped) {}

  /**
   * Encrypts up to so many keys anew that another version encrypted, in the order of their ids. One
   * that does not open is left as it is.
   *
   * @param after the last one of the step before, or {@link #BEGINNING}
   * @return the last one of this step; missing where none is left
   * @throws VaultUnavailable where the database or the master key cannot be asked
   */
  public Optional<DataKeyId> step(DataKeyId after, int max) {
    try {
      String newest = master.newest().name();
      if (after.equals(BEGINNING)) {
        Marks.rewrap(jdbc, master);
      }
      List<Older> found =
          jdbc.sql(OLDER)
              .params(after.value(), newest, max)
              .query(
                  (row, number) ->
                      new Older(
                          new DataKeyName(
                              new DataKeyId(row.getObject(1, UUID.class)),
                              new OrganisationId(row.getObject(2, UUID.class)),
                              new DataSubjectId(row.getObject(3, UUID.class)),
                              new PurposeKey(row.getString(4))),
                          new Ciphertext(row.getBytes(5))))
              .list();
      List<Object[]> replaced = new ArrayList<>();
      for (Older one : found) {
        anew(one).ifPresent(replaced::add);
      }
      batches.batchUpdate(REPLACE, replaced);
      return found.isEmpty() ? Optional.empty() : Optional.of(found.getLast().name().keyId());
    } catch (GeneralSecurityException | DataAccessException failed) {
      throw new VaultUnavailable("Expected to encrypt keys anew, but it failed", failed);
    }
  }

  /** One that does not open is counted under its version, and told so to whoever reads it. */
  private Optional<Object[]> anew(Older one) throws GeneralSecurityException {
    byte[] before = one.wrapped().bytes();
    try {
      WrappedKey wrapped =
          keys.wrap(
              keys.unwrap(before, one.name().bound(), () -> Marks.requireMaster(jdbc, master)),
              one.name().bound());
      return Optional.of(
          new Object[] {
            wrapped.bytes().bytes(), wrapped.masterVersion(), one.name().keyId().value(), before
          });
    } catch (VaultDamaged itStays) {
      return Optional.empty();
    }
  }

  /** How many keys each version encrypted; those that do not say so are under the empty name. */
  public Map<String, Long> counts() {
    try {
      Map<String, Long> counts = new LinkedHashMap<>();
      jdbc.sql(COUNTS)
          .query(
              row -> {
                counts.put(row.getString(1), row.getLong(2));
              });
      return counts;
    } catch (DataAccessException failed) {
      throw new VaultUnavailable("Expected to count keys, but the vault does not answer", failed);
    }
  }

  /** Remembers that from now on there is no key that another version encrypted. */
  public void complete(String version, Instant now) {
    try {
      jdbc.sql(
              "insert into vault.master_version (version, since) values (?, ?)"
                  + " on conflict (version) do nothing")
          .params(version, now.atOffset(ZoneOffset.UTC))
          .update();
    } catch (DataAccessException failed) {
      throw new VaultUnavailable("Expected to note a version, but could not", failed);
    }
  }

  /** Since when no other version is needed to open any key; missing while one is. */
  public Optional<Instant> completeSince(String version) {
    try {
      return jdbc.sql("select since from vault.master_version where version = ?")
          .param(version)
          .query(OffsetDateTime.class)
          .optional()
          .map(OffsetDateTime::toInstant);
    } catch (DataAccessException failed) {
      throw new VaultUnavailable("Expected to read, but the vault does not answer", failed);
    }
  }
}
