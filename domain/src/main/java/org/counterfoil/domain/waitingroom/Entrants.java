package org.counterfoil.domain.waitingroom;

import java.util.Arrays;
import java.util.Collection;

/**
 * Who was in the lobby when it closed: visitor ids in ascending order of their bytes, each once.
 * Kept as one array of bytes, 32 for each, because there may be a million.
 */
public final class Entrants {

  private static final int ID = Sha256.BYTES;

  private final byte[] ids;

  private Entrants(byte[] ids) {
    this.ids = ids;
  }

  /**
   * Those whose ids stand one after the other.
   *
   * @param sortedIds 32 bytes each, in ascending order; not copied
   * @throws IllegalArgumentException where they are not in order, or one repeats
   */
  public static Entrants of(byte[] sortedIds) {
    if (sortedIds.length % ID != 0) {
      throw new IllegalArgumentException(
          "Expected ids of " + ID + " bytes, but there are " + sortedIds.length + " bytes");
    }
    for (int at = ID; at < sortedIds.length; at += ID) {
      if (Arrays.compareUnsigned(sortedIds, at - ID, at, sortedIds, at, at + ID) >= 0) {
        throw new IllegalArgumentException(
            "Expected ids in ascending order, but number " + at / ID + " is not");
      }
    }
    return new Entrants(sortedIds);
  }

  /** The same visitors in any order; a visitor who is named twice is one. */
  public static Entrants of(Collection<VisitorId> visitors) {
    byte[][] sorted =
        visitors.stream().distinct().sorted().map(VisitorId::bytes).toArray(byte[][]::new);
    byte[] ids = new byte[sorted.length * ID];
    for (int i = 0; i < sorted.length; i++) {
      System.arraycopy(sorted[i], 0, ids, i * ID, ID);
    }
    return of(ids);
  }

  public int count() {
    return ids.length / ID;
  }

  /** The visitor at a place of the sorted list, from 0. */
  public VisitorId at(int index) {
    return VisitorId.of(Arrays.copyOfRange(ids, index * ID, (index + 1) * ID));
  }

  /** The place in the sorted list, from 0; -1 for who is not in it. */
  public int indexOf(VisitorId visitor) {
    byte[] wanted = visitor.bytes();
    int low = 0;
    int high = count() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order = Arrays.compareUnsigned(ids, middle * ID, (middle + 1) * ID, wanted, 0, ID);
      if (order == 0) {
        return middle;
      }
      if (order < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -1;
  }

  /** What is published of the list when the lobby closes: the SHA-256 of all ids in order. */
  public DrawHash listHash() {
    return DrawHash.of(Sha256.of(ids));
  }

  /** The list's bytes, for the draw; not a copy. */
  byte[] ids() {
    return ids;
  }
}
