package org.counterfoil.eventstore.integrity.tree;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** MTH of RFC 9162, 2.1.1, word for word, over entries in memory; shares nothing with our tree. */
public final class ReferenceTree {

  /** The leaves of the published reference tree of Certificate Transparency. */
  public static final List<byte[]> REFERENCE_LEAVES =
      List.of(
              "",
              "00",
              "10",
              "2021",
              "3031",
              "40414243",
              "5051525354555657",
              "606162636465666768696a6b6c6d6e6f")
          .stream()
          .map(HexFormat.of()::parseHex)
          .toList();

  private final List<byte[]> entries;

  public ReferenceTree(List<byte[]> entries) {
    this.entries = List.copyOf(entries);
  }

  /** A tree of entries that are all different. */
  public static ReferenceTree of(int size) {
    List<byte[]> entries = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      entries.add(("entry " + i).getBytes(StandardCharsets.UTF_8));
    }
    return new ReferenceTree(entries);
  }

  public byte[] entry(int position) {
    return entries.get(position);
  }

  /** The root over the first entries. */
  public NodeHash root(int size) {
    return NodeHash.of(hash(entries.subList(0, size)));
  }

  /** The hash of a complete subtree. */
  public byte[] subtree(int level, long index) {
    int first = Math.toIntExact(index << level);
    return hash(entries.subList(first, first + (1 << level)));
  }

  private static byte[] hash(List<byte[]> part) {
    if (part.isEmpty()) {
      return sha256();
    }
    if (part.size() == 1) {
      return sha256(new byte[] {0}, part.getFirst());
    }
    int split = 1;
    while (split * 2 < part.size()) {
      split *= 2;
    }
    return sha256(
        new byte[] {1}, hash(part.subList(0, split)), hash(part.subList(split, part.size())));
  }

  private static byte[] sha256(byte[]... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      Arrays.stream(parts).forEach(digest::update);
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
