package org.counterfoil.vault;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.prf.PredefinedPrfParameters;
import com.google.crypto.tink.prf.PrfConfig;
import com.google.crypto.tink.prf.PrfSet;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.privacy.imports.SourceCode;
import org.counterfoil.domain.privacy.register.PersonalField;
import org.counterfoil.domain.privacy.register.PurposeKey;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Keyed hashes by which a person is found again (HMAC-SHA-256). The organisation is hashed with the
 * value, so that the same address at two organisations has nothing in common. Their key is kept in
 * the database, encrypted by the master key.
 */
final class Marks {

  private static final byte[] BOUND = "mark-key".getBytes(StandardCharsets.UTF_8);
  private static final int LENGTH = 32;

  private final PrfSet prf;

  private Marks(PrfSet prf) {
    this.prf = prf;
  }

  /** With the database's key, which is made where there is none. */
  static Marks of(JdbcClient vault, MasterKey master) throws GeneralSecurityException {
    PrfConfig.register();
    KeysetHandle fresh = KeysetHandle.generateNew(PredefinedPrfParameters.HMAC_SHA256_PRF);
    WrappedKey wrapped = new KeyWrapping(master).wrap(fresh, BOUND);
    vault
        .sql(
            "insert into vault.mark_key (wrapped, master_version) values (?, ?)"
                + " on conflict (is_single) do nothing")
        .params(wrapped.bytes().bytes(), wrapped.masterVersion())
        .update();
    return new Marks(key(vault, master).getPrimitive(RegistryConfiguration.get(), PrfSet.class));
  }

  private static KeysetHandle key(JdbcClient vault, MasterKey master)
      throws GeneralSecurityException {
    byte[] wrapped = vault.sql("select wrapped from vault.mark_key").query(byte[].class).single();
    return TinkProtoKeysetFormat.parseEncryptedKeyset(wrapped, master.aead(), BOUND);
  }

  /** Throws where the master key no longer opens what it has always opened. */
  static void requireMaster(JdbcClient vault, MasterKey master) {
    try {
      key(vault, master);
    } catch (GeneralSecurityException | DataAccessException failed) {
      throw new VaultUnavailable("Expected the master key, but it opens nothing", failed);
    }
  }

  /** Encrypts the marks' own key with the newest version of the master key. */
  static void rewrap(JdbcClient vault, MasterKey master) throws GeneralSecurityException {
    WrappedKey wrapped = new KeyWrapping(master).wrap(key(vault, master), BOUND);
    vault
        .sql(
            "update vault.mark_key set wrapped = ?, master_version = ?"
                + " where master_version is distinct from ?")
        .params(wrapped.bytes().bytes(), wrapped.masterVersion(), wrapped.masterVersion())
        .update();
  }

  /** The mark of a value at an organisation; the same for each way of writing it. */
  byte[] of(OrganisationId organisation, PersonalField field, PersonalValue value) {
    return hashed("%s/%s/%s".formatted(organisation, field.name(), PlainForm.of(field, value)));
  }

  /** All that whoever told this value may be marked with: that, and the one of earlier versions. */
  byte[][] all(OrganisationId organisation, PersonalField field, PersonalValue value) {
    String earlier = PlainForm.earlier(field, value);
    return new byte[][] {
      of(organisation, field, value),
      hashed("%s/%s/%s".formatted(organisation, field.name(), earlier))
    };
  }

  private byte[] hashed(String input) {
    try {
      return prf.computePrimary(input.getBytes(StandardCharsets.UTF_8), LENGTH);
    } catch (GeneralSecurityException defect) {
      throw new IllegalStateException("Expected a mark of 32 bytes", defect);
    }
  }

  /** The mark of a line of a source's file, for one purpose. */
  byte[] ofLine(
      OrganisationId organisation, SourceCode source, PurposeKey purpose, PersonalValue identity) {
    return hashed("%s/line/%s/%s/%s".formatted(organisation, source, purpose, identity.value()));
  }

  /** The mark of an address whose reader says no to a purpose: like no other mark of it. */
  byte[] ofNo(
      OrganisationId organisation, PurposeKey purpose, PersonalField field, PersonalValue value) {
    return hashed(
        "%s/no/%s/%s/%s"
            .formatted(organisation, purpose, field.name(), PlainForm.of(field, value)));
  }
}
