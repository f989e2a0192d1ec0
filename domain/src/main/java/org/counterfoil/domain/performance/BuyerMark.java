package org.counterfoil.domain.performance;

import org.counterfoil.domain.InvalidText;
import org.counterfoil.domain.Text;

/**
 * Tells one buyer from another at one performance, and nothing else about them: an HMAC-SHA-256
 * (RFC 2104) of what identifies the buyer, in base64url without padding (43 characters). It is made
 * before a command is, under a key of the performance's own that is destroyed after it; the same
 * buyer has another mark at another performance.
 */
public record BuyerMark(String value) implements Text {

  public BuyerMark {
    InvalidText.unlessMark(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
