package org.counterfoil.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.aead.AeadConfig;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.privacy.imports.SourceCode;
import org.counterfoil.domain.privacy.register.PersonalField;
import org.counterfoil.domain.privacy.register.PurposeKey;
import org.counterfoil.domain.privacy.subject.CaptureId;
import org.counterfoil.domain.privacy.subject.DataKeyId;
import org.counterfoil.domain.privacy.subject.DataSubjectId;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Encrypts and opens personal data (AES-256-GCM), finds people by them, and destroys keys. It knows
 * nothing of purposes and permissions: whoever asks has looked at the log before, and has recorded
 * there that it asks.
 */
public final class Vault {

  private static final String KEY = "select wrapped from vault.data_key where key_id = ?";
  private static final String VALUE =
      """
      select k.wrapped, v.ciphertext from vault.value v
      join vault.data_key k on k.key_id = v.key_id
      where v.capture_id = ? and v.field = ?
      """;

  /** In the order of the index on the day, of which no more is read than is answered. */
  static final String DUE =
      """
      select key_id, organisation_id, subject_id, purpose from vault.data_key
      where review_on <= ? order by review_on limit ?
      """;

  private static final String REPEATED =
      """
      update vault.data_key set review_on = '-infinity' where key_id in (
        select key_id from vault.value group by key_id, field having count(*) > 1)
      """;

  private static final String SOON =
      """
      update vault.data_key set review_on = '-infinity'
      where organisation_id = ? and purpose = ? and subject_id = any (?)
      """;

  private static final String FIND =
      """
      select distinct k.subject_id from vault.mark m
      join vault.data_key k on k.key_id = m.key_id
      where m.organisation_id = ? and m.field = ? and m.mark = any(cast(? as bytea[]))
      order by k.subject_id
      """;

  private static final String FIND_ALL =
      """
      select distinct m.mark, k.subject_id from vault.mark m
      join vault.data_key k on k.key_id = m.key_id
      where m.organisation_id = ? and m.field = ? and m.mark = any(cast(? as bytea[]))
        and (k.purpose = ? or ? = '')
      order by k.subject_id
      """;

  /** Before everybody, in the order of ids. */
  private static final UUID NOBODY = new UUID(0, 0);

  private final JdbcClient jdbc;
  private final MasterKey master;
  private final KeyWrapping keys;
  private final Marks marks;

  /**
   * Opens the vault.
   *
   * @param vault logs in as {@code counterfoil_vault}
   * @throws VaultUnavailable where the database or the master key cannot be asked
   */
  public Vault(DataSource vault, MasterKey master) {
    this.jdbc = JdbcClient.create(vault);
    this.master = master;
    this.keys = new KeyWrapping(master);
    try {
      AeadConfig.register();
      this.marks = Marks.of(jdbc, master);
    } catch (GeneralSecurityException | DataAccessException failed) {
      throw new VaultUnavailable("Expected the vault to open, but it does not", failed);
    }
  }

  /**
   * Whether the database and the master key answer.
   *
   * @throws VaultUnavailable where they do not
   */
  public void requireOpen() {
    Marks.requireMaster(jdbc, master);
  }

  /**
   * Encrypts what somebody tells for the first time, as {@link #seal}, under a key that nobody has
   * yet. Asks nobody but the master key.
   */
  public SealedCapture sealFirst(
      CaptureId capture, DataKeyName name, Map<PersonalField, PersonalValue> values) {
    try {
      return seal(capture, name, values, Optional.empty());
    } catch (GeneralSecurityException failed) {
      throw new VaultUnavailable("Expected to encrypt, but the master key does not", failed);
    }
  }

  /**
   * Encrypts what a person told, to be stored with the event that says so. Stores nothing.
   *
   * @param name its key; one that the vault does not have yet is made
   * @throws VaultUnavailable where the database or the master key cannot be asked
   * @throws VaultDamaged where the vault has the key, but as somebody else's
   */
  public SealedCapture seal(
      CaptureId capture, DataKeyName name, Map<PersonalField, PersonalValue> values) {
    try {
      Optional<byte[]> kept =
          jdbc.sql(KEY).param(name.keyId().value()).query(byte[].class).optional();
      return seal(capture, name, values, kept);
    } catch (GeneralSecurityException | DataAccessException failed) {
      throw new VaultUnavailable("Expected to encrypt, but the vault does not answer", failed);
    }
  }

  private SealedCapture seal(
      CaptureId capture,
      DataKeyName name,
      Map<PersonalField, PersonalValue> values,
      Optional<byte[]> kept)
      throws GeneralSecurityException {
    KeysetHandle key = kept.isPresent() ? unwrap(kept.get(), name) : KeyWrapping.fresh();
    Aead aead = KeyWrapping.aead(key);
    List<SealedCapture.Value> sealed = new ArrayList<>();
    List<SealedCapture.Mark> found = new ArrayList<>();
    for (Map.Entry<PersonalField, PersonalValue> one : values.entrySet()) {
      PersonalField field = one.getKey();
      byte[] plain = one.getValue().value().getBytes(StandardCharsets.UTF_8);
      sealed.add(
          new SealedCapture.Value(
              field, new Ciphertext(aead.encrypt(plain, name.bound(capture, field)))));
      if (field.isSearchable()) {
        found.add(
            new SealedCapture.Mark(
                field, new Ciphertext(marks.of(name.organisationId(), field, one.getValue()))));
      }
    }
    WrappedKey fresh = kept.isPresent() ? null : keys.wrap(key, name.bound());
    return new SealedCapture(capture, name, fresh, sealed, found);
  }

  /**
   * Opens a value that the log says is there.
   *
   * @throws VaultUnavailable where the database or the master key cannot be asked
   * @throws VaultDamaged where it is not there, or is not this person's, field's or capture's
   */
  public PersonalValue open(CaptureId capture, DataKeyName name, PersonalField field) {
    Row row = row(capture, field);
    KeysetHandle key = unwrap(row.wrapped().bytes(), name);
    try {
      byte[] plain =
          KeyWrapping.aead(key).decrypt(row.ciphertext().bytes(), name.bound(capture, field));
      return new PersonalValue(new String(plain, StandardCharsets.UTF_8));
    } catch (GeneralSecurityException changed) {
      throw new VaultDamaged(
          "Expected capture " + capture + " to be as it was sealed, but it is not", changed);
    }
  }

  private record Row(Ciphertext wrapped, Ciphertext ciphertext) {}

  private Row row(CaptureId capture, PersonalField field) {
    Optional<Row> row;
    try {
      row =
          jdbc.sql(VALUE)
              .params(capture.value(), field.name())
              .query(
                  (found, number) ->
                      new Row(new Ciphertext(found.getBytes(1)), new Ciphertext(found.getBytes(2))))
              .optional();
    } catch (DataAccessException failed) {
      throw new VaultUnavailable("Expected to read, but the vault does not answer", failed);
    }
    return row.orElseThrow(
        () ->
            new VaultDamaged(
                "Expected " + field + " of capture " + capture + ", but it is not there", null));
  }

  byte[] mark(OrganisationId organisation, PersonalField field, PersonalValue value) {
    return marks.of(organisation, field, value);
  }

  byte[] markOfNo(
      OrganisationId organisation, PurposeKey purpose, PersonalField field, PersonalValue value) {
    return marks.ofNo(organisation, purpose, field, value);
  }

  byte[] markOfLine(
      OrganisationId organisation, SourceCode source, PurposeKey purpose, PersonalValue identity) {
    return marks.ofLine(organisation, source, purpose, identity);
  }

  /** All at the organisation who told this value, in the order of their ids. */
  public List<DataSubjectId> find(
      OrganisationId organisation, PersonalField field, PersonalValue value) {
    try {
      return jdbc
          .sql(FIND)
          .params(organisation.value(), field.name(), marks.all(organisation, field, value))
          .query(UUID.class)
          .list()
          .stream()
          .map(DataSubjectId::new)
          .toList();
    } catch (DataAccessException failed) {
      throw new VaultUnavailable("Expected to search, but the vault does not answer", failed);
    }
  }

  /**
   * All at the organisation who told one of these values, by value; those that nobody told are not
   * in it.
   *
   * @throws VaultUnavailable where the database cannot be asked
   */
  public Map<PersonalValue, List<DataSubjectId>> find(
      OrganisationId organisation, PersonalField field, Collection<PersonalValue> values) {
    return find(organisation, "", field, values);
  }

  /** Those of them who told it for a purpose. */
  public Map<PersonalValue, List<DataSubjectId>> findFor(
      PurposeKey purpose,
      OrganisationId organisation,
      PersonalField field,
      Collection<PersonalValue> values) {
    return find(organisation, purpose.value(), field, values);
  }

  private Map<PersonalValue, List<DataSubjectId>> find(
      OrganisationId organisation,
      String purpose,
      PersonalField field,
      Collection<PersonalValue> values) {
    Map<String, List<PersonalValue>> byMark =
        values.stream()
            .collect(
                Collectors.groupingBy(
                    value -> HexFormat.of().formatHex(marks.of(organisation, field, value))));
    byte[][] wanted = byMark.keySet().stream().map(HexFormat.of()::parseHex).toArray(byte[][]::new);
    Map<PersonalValue, List<DataSubjectId>> found = new HashMap<>();
    try {
      jdbc.sql(FIND_ALL)
          .params(organisation.value(), field.name(), wanted, purpose, purpose)
          .query(
              row -> {
                DataSubjectId subject = new DataSubjectId(row.getObject(2, UUID.class));
                byMark
                    .getOrDefault(HexFormat.of().formatHex(row.getBytes(1)), List.of())
                    .forEach(
                        value ->
                            found.computeIfAbsent(value, none -> new ArrayList<>()).add(subject));
              });
      return found;
    } catch (DataAccessException failed) {
      throw new VaultUnavailable("Expected to search, but the vault does not answer", failed);
    }
  }

  /**
   * Destroys keys with all that they open. Repeating it changes nothing.
   *
   * @return how many were still there
   */
  public int destroy(Collection<DataKeyId> keys) {
    try {
      return jdbc.sql("delete from vault.data_key where key_id = any (?)")
          .param(keys.stream().map(DataKeyId::value).toArray(UUID[]::new))
          .update();
    } catch (DataAccessException failed) {
      throw new VaultUnavailable("Expected to destroy keys, but the vault does not answer", failed);
    }
  }

  /** A key that is to be looked at: whose it is, and for what. */
  public record DueKey(
      DataKeyId keyId,
      OrganisationId organisationId,
      DataSubjectId subjectId,
      PurposeKey purpose) {}

  /** Keys that are to be looked at by a day, the longest overdue first. */
  public List<DueKey> due(LocalDate day, int max) {
    return keys(DUE, day, max);
  }

  /**
   * The keys of those who told an organisation something for a purpose, in the order of their ids.
   *
   * @param after from whom on, exclusively; missing for the beginning
   */
  public List<DueKey> of(
      OrganisationId organisation, PurposeKey purpose, @Nullable DataSubjectId after, int max) {
    return keys(
        "select key_id, organisation_id, subject_id, purpose from vault.data_key"
            + " where organisation_id = ? and purpose = ? and subject_id > ?"
            + " order by subject_id limit ?",
        organisation.value(),
        purpose.value(),
        after == null ? NOBODY : after.value(),
        max);
  }

  /** Those of them that are to be looked at by a day: all new ones among them. */
  public List<DueKey> dueOf(
      OrganisationId organisation,
      PurposeKey purpose,
      LocalDate day,
      @Nullable DataSubjectId after,
      int max) {
    return keys(
        "select key_id, organisation_id, subject_id, purpose from vault.data_key"
            + " where organisation_id = ? and purpose = ? and review_on <= ? and subject_id > ?"
            + " order by subject_id limit ?",
        organisation.value(),
        purpose.value(),
        day,
        after == null ? NOBODY : after.value(),
        max);
  }

  private List<DueKey> keys(String sql, Object... parameters) {
    try {
      return jdbc.sql(sql)
          .params(parameters)
          .query(
              (row, number) ->
                  new DueKey(
                      new DataKeyId(row.getObject(1, UUID.class)),
                      new OrganisationId(row.getObject(2, UUID.class)),
                      new DataSubjectId(row.getObject(3, UUID.class)),
                      new PurposeKey(row.getString(4))))
          .list();
    } catch (DataAccessException failed) {
      throw new VaultUnavailable("Expected to list keys, but the vault does not answer", failed);
    }
  }

  /** Looks at a key again on a day. */
  public void reviewOn(DataKeyId key, LocalDate day) {
    try {
      jdbc.sql("update vault.data_key set review_on = ? where key_id = ?")
          .params(day, key.value())
          .update();
    } catch (DataAccessException failed) {
      throw new VaultUnavailable("Expected to note a day, but the vault does not answer", failed);
    }
  }

  /** Looks soon at the keys of some people for a purpose: something was said that may end it. */
  public void reviewSoon(
      OrganisationId organisation, PurposeKey purpose, Collection<DataSubjectId> subjects) {
    try {
      jdbc.sql(SOON)
          .params(
              organisation.value(),
              purpose.value(),
              subjects.stream().map(DataSubjectId::value).toArray(UUID[]::new))
          .update();
    } catch (DataAccessException failed) {
      throw new VaultUnavailable("Expected to note days, but the vault does not answer", failed);
    }
  }

  /**
   * Has every key looked at under which a field stands more than once: whoever put it right may
   * have been killed before the older value was gone. Answers how many there are.
   */
  public int reviewRepeated() {
    try {
      return jdbc.sql(REPEATED).update();
    } catch (DataAccessException failed) {
      throw new VaultUnavailable("Expected to note days, but the vault does not answer", failed);
    }
  }

  /** Destroys what a newer capture of the same field has replaced. */
  public int forget(CaptureId capture, PersonalField field) {
    try {
      jdbc.sql("delete from vault.mark where capture_id = ? and field = ?")
          .params(capture.value(), field.name())
          .update();
      return jdbc.sql("delete from vault.value where capture_id = ? and field = ?")
          .params(capture.value(), field.name())
          .update();
    } catch (DataAccessException failed) {
      throw new VaultUnavailable("Expected to forget, but the vault does not answer", failed);
    }
  }

  private KeysetHandle unwrap(byte[] wrapped, DataKeyName name) {
    return keys.unwrap(wrapped, name.bound(), () -> Marks.requireMaster(jdbc, master));
  }
}
