package org.counterfoil.command.code;

import java.util.UUID;
import org.counterfoil.domain.pass.PassId;
import org.counterfoil.http.access.Secrets;
import org.jspecify.annotations.Nullable;

/** What passes are used with. Nothing of it is stored: see {@link BearerCodes}. */
public final class PassCodes {

  private final BearerCodes codes;

  public PassCodes(Secrets secrets) {
    this.codes = new BearerCodes(secrets, "pass-code");
  }

  /** The code, as it is printed: eight groups with hyphens. */
  public String text(PassId id) {
    return codes.text(id.value());
  }

  /** Whose code it is; nothing where it is forged or no code at all. */
  public @Nullable PassId read(String text) {
    UUID id = codes.read(text);
    return id == null ? null : new PassId(id);
  }
}
