package org.counterfoil.domain.performance;

import org.counterfoil.domain.InvalidText;
import org.counterfoil.domain.Text;

/**
 * Stands for a presale code without telling it: an HMAC-SHA-256 (RFC 2104) of performance and code
 * under a key outside the database, in base64url without padding (43 characters). The code itself
 * is stored nowhere, so that nobody who reads the log can buy early.
 */
public record PresaleCodeMark(String value) implements Text {

  public PresaleCodeMark {
    InvalidText.unlessMark(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
