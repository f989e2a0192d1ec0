package org.counterfoil.eventstore.integrity.tree;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Hashes as RFC 9162, 2.1.1 (and RFC 6962 before it) says: a leaf is {@code SHA-256(0x00 ‖ entry)},
 * a node {@code SHA-256(0x01 ‖ left ‖ right)}, so that no node can be taken for a leaf.
 *
 * <p>For use by one thread.
 */
public final class TreeHasher {

  private static final byte LEAF = 0;
  private static final byte NODE = 1;

  private final MessageDigest sha256 = sha256();

  /** The hash of an entry. */
  public byte[] leaf(byte[] entry) {
    sha256.update(LEAF);
    return sha256.digest(entry);
  }

  /** The hash of two neighbouring subtrees of the same size, or of a larger and a smaller one. */
  public byte[] node(byte[] left, byte[] right) {
    sha256.update(NODE);
    sha256.update(left);
    return sha256.digest(right);
  }

  /** The root of a tree without entries: the SHA-256 of nothing. */
  public byte[] emptyRoot() {
    return sha256.digest();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Expected every JDK to know SHA-256, but this one fails", e);
    }
  }
}
