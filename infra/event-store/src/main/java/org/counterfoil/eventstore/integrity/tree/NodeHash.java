package org.counterfoil.eventstore.integrity.tree;

import java.util.Arrays;
import java.util.Base64;

/** The hash of a node of the tree, or of a whole tree: SHA-256, 32 bytes. */
public final class NodeHash {

  /** How many bytes a hash has. */
  public static final int BYTES = 32;

  private final byte[] bytes;

  private NodeHash(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * A copy of 32 bytes.
   *
   * @throws IllegalArgumentException where there are more or fewer
   */
  public static NodeHash of(byte[] bytes) {
    if (bytes.length != BYTES) {
      throw new IllegalArgumentException(
          "Expected a hash of " + BYTES + " bytes, but it has " + bytes.length);
    }
    return new NodeHash(bytes.clone());
  }

  /**
   * Reads standard base64 with padding (RFC 4648).
   *
   * @throws IllegalArgumentException where it is no base64 of 32 bytes
   */
  public static NodeHash ofBase64(String text) {
    return of(Base64.getDecoder().decode(text));
  }

  /** A copy. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /** Standard base64 with padding (RFC 4648). */
  public String base64() {
    return Base64.getEncoder().encodeToString(bytes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof NodeHash that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return base64();
  }
}
