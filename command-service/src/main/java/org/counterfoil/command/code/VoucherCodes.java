package org.counterfoil.command.code;

import java.util.UUID;
import org.counterfoil.domain.voucher.VoucherId;
import org.counterfoil.http.access.Secrets;
import org.jspecify.annotations.Nullable;

/** What vouchers are spent with. Nothing of it is stored: see {@link BearerCodes}. */
public final class VoucherCodes {

  private final BearerCodes codes;

  public VoucherCodes(Secrets secrets) {
    this.codes = new BearerCodes(secrets, "voucher-code");
  }

  /** The code, as it is printed: eight groups with hyphens. */
  public String text(VoucherId id) {
    return codes.text(id.value());
  }

  /** Whose code it is; nothing where it is forged or no code at all. */
  public @Nullable VoucherId read(String text) {
    UUID id = codes.read(text);
    return id == null ? null : new VoucherId(id);
  }
}
