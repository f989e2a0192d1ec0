package org.counterfoil.command.privacy.vault;

import java.util.Objects;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.counterfoil.vault.ImportedLines;
import org.counterfoil.vault.MasterKey;
import org.counterfoil.vault.MasterKeyRotation;
import org.counterfoil.vault.SignUps;
import org.counterfoil.vault.Suppressions;
import org.counterfoil.vault.Vault;
import org.counterfoil.vault.VaultUnavailable;
import org.jspecify.annotations.Nullable;

/**
 * The vault, opened when it is first needed: selling does not wait for a key service, and one that
 * was away at the start is asked again.
 */
public final class OpenedVault {

  private final @Nullable DataSource source;
  private final Supplier<MasterKey> master;
  private final Guard guard;
  private volatile @Nullable Vault vault;
  private volatile @Nullable MasterKeyRotation rotation;
  private volatile @Nullable ImportedLines lines;

  /**
   * @param source logs in as {@code counterfoil_vault}; missing where there is no vault
   * @param guard what must hold before anything of it is served
   */
  OpenedVault(@Nullable DataSource source, Supplier<MasterKey> master, Guard guard) {
    this.source = source;
    this.guard = guard;
    this.master = master;
  }

  /** Stands before a vault that is opened. */
  interface Guard {

    /** Throws {@link VaultUnavailable} where it is not the vault to be opened. */
    void beforeOpening();

    /** Is done before anything of it is served. */
    void afterOpening(Vault vault);
  }

  /** The vault. Throws {@link VaultUnavailable} where it, or its key, cannot be asked. */
  public Vault get() {
    Vault open = vault;
    return open == null ? open() : open;
  }

  /** Whether there is one at all. */
  boolean isSetUp() {
    return source != null;
  }

  /** Its master key's versions. Throws {@link VaultUnavailable} as {@link #get}. */
  MasterKeyRotation rotation() {
    get();
    return Objects.requireNonNull(rotation);
  }

  /** Destroys what was erased since by somebody who was killed before the keys were gone. */
  public void follow() {
    guard.afterOpening(get());
  }

  /** Who objected to being written to. */
  public Suppressions suppressions() {
    return new Suppressions(required(), get());
  }

  /** Whom the lines of imported files made. */
  public ImportedLines importedLines() {
    get();
    return Objects.requireNonNull(lines);
  }

  /** How often strangers signed up; told without opening anything. */
  public SignUps signUps() {
    return new SignUps(required());
  }

  private synchronized Vault open() {
    Vault open = vault;
    if (open == null) {
      DataSource there = required();
      guard.beforeOpening();
      MasterKey key = master.get();
      open = new Vault(there, key);
      guard.afterOpening(open);
      rotation = new MasterKeyRotation(there, key);
      lines = new ImportedLines(there, open);
      vault = open;
    }
    return open;
  }

  private DataSource required() {
    if (source == null) {
      throw new VaultUnavailable(
          "Expected a master key (counterfoil.vault.master-key), but none is set", null);
    }
    return source;
  }
}
