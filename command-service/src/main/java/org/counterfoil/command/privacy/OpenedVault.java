package org.counterfoil.command.privacy;

import java.util.function.Supplier;
import javax.sql.DataSource;
import org.counterfoil.vault.MasterKey;
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

  /** Who objected to being written to. */
  public Suppressions suppressions() {
    return new Suppressions(required(), get());
  }

  private synchronized Vault open() {
    Vault open = vault;
    if (open == null) {
      DataSource there = required();
      guard.beforeOpening();
      open = new Vault(there, master.get());
      guard.afterOpening(open);
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
