package org.counterfoil.domain.privacy.subject;

import java.time.Instant;

/** How one field of a person stands for one purpose: three answers that are never confused. */
public sealed interface Standing {

  /** The person never told it. */
  record NeverCaptured() implements Standing {}

  /** The vault has it; that it does not would be an error. */
  record Captured(CaptureId captureId, DataKeyId keyId) implements Standing {}

  /** It was there, and is gone. */
  record Erased(Instant at, ErasureReason reason) implements Standing {}
}
