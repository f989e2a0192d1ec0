package org.counterfoil.domain.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The state of one means of access: a token or a login link. */
public final class Access {

  /** How far it has come. */
  enum Status {
    NONE,
    TOKEN_ISSUED,
    TOKEN_REVOKED,
    LINK_ISSUED,
    LINK_USED,
    SESSION_ENDED
  }

  Status status = Status.NONE;
  @Nullable Instant validUntil;
}
