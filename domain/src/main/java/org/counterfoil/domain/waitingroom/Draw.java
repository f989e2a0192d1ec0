package org.counterfoil.domain.waitingroom;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import org.jspecify.annotations.Nullable;

/**
 * The order in which entrants are let in. It is a function of what is published and of nothing
 * else, so that anyone can compute it again: see {@link #ALGORITHM}. The seed's hash was published
 * before anybody could enter, and the list's before the seed; so nobody can have chosen the order
 * who did not know the seed. Whoever kept the seed could have, by trying lists; a {@link
 * BeaconValue} that did not exist yet when the lobby closed takes that away as well.
 */
public final class Draw {

  /** What is computed, for those who do it again. */
  public static final String ALGORITHM =
      "seedHash = SHA-256(seed); listHash = SHA-256(the entrants' visitor ids, 32 bytes each,"
          + " ascending); key = seed, or SHA-256(seed || beacon value in ASCII) where a beacon is"
          + " named; order = ascending HMAC-SHA-256(key, listHash || visitor id). seed, hashes and"
          + " ids are 32 bytes, shown in hexadecimal.";

  private static final int ID = Sha256.BYTES;
  private static final int CHUNK = 4_096;

  private final int[] ranks;
  private final int[] order;

  private Draw(int[] order) {
    this.order = order;
    this.ranks = new int[order.length];
    for (int rank = 0; rank < order.length; rank++) {
      ranks[order[rank]] = rank;
    }
  }

  /** Draws. Uses all processors; a million entrants take about a second on two. */
  public static Draw of(Entrants entrants, Seed seed, @Nullable BeaconValue beacon) {
    return of(entrants, seed, beacon, Long.SIZE);
  }

  /**
   * Draws by numbers that hold the beginning of a lot and whose it is: numbers are sorted many
   * times faster than lots. Lots that begin alike are compared whole.
   *
   * @param mostBits how many of a lot's first bits may be in the number
   */
  static Draw of(Entrants entrants, Seed seed, @Nullable BeaconValue beacon, int mostBits) {
    byte[] key = key(seed, beacon);
    byte[] listHash = entrants.listHash().bytes();
    int count = entrants.count();
    int bits = Math.min(mostBits, Integer.numberOfLeadingZeros(count) + Integer.SIZE);
    long beginning = bits == 0 ? 0 : -1L << (Long.SIZE - bits);
    long[] lots = new long[count];
    IntStream.range(0, Math.ceilDiv(count, CHUNK))
        .parallel()
        .forEach(
            chunk -> {
              Mac mac = Sha256.keyed(key);
              int end = Math.min(count, (chunk + 1) * CHUNK);
              for (int entrant = chunk * CHUNK; entrant < end; entrant++) {
                long head = head(lot(mac, listHash, entrants, entrant)) ^ Long.MIN_VALUE;
                lots[entrant] = (head & beginning) | entrant;
              }
            });
    Arrays.parallelSort(lots);
    int[] order = Arrays.stream(lots).mapToInt(lot -> (int) (lot & ~beginning)).toArray();
    Mac mac = Sha256.keyed(key);
    for (int from = 0, to = 1; from < count; from = to, to++) {
      while (to < count && ((lots[from] ^ lots[to]) & beginning) == 0) {
        to++;
      }
      sortWhole(order, from, to, entrant -> lot(mac, listHash, entrants, entrant));
    }
    return new Draw(order);
  }

  private static void sortWhole(int[] order, int from, int to, IntFunction<byte[]> lotOf) {
    if (to - from > 1) {
      List<Integer> alike = new ArrayList<>();
      for (int rank = from; rank < to; rank++) {
        alike.add(order[rank]);
      }
      alike.sort(Comparator.comparing(lotOf::apply, Arrays::compareUnsigned));
      for (int rank = from; rank < to; rank++) {
        order[rank] = alike.get(rank - from);
      }
    }
  }

  private static byte[] key(Seed seed, @Nullable BeaconValue beacon) {
    return beacon == null ? seed.bytes() : Sha256.of(seed.bytes(), beacon.bytes());
  }

  private static byte[] lot(Mac mac, byte[] listHash, Entrants entrants, int entrant) {
    mac.update(listHash);
    mac.update(entrants.ids(), entrant * ID, ID);
    return mac.doFinal();
  }

  private static long head(byte[] lot) {
    long head = 0;
    for (int i = 0; i < Long.BYTES; i++) {
      head = head << Byte.SIZE | Byte.toUnsignedLong(lot[i]);
    }
    return head;
  }

  public int count() {
    return order.length;
  }

  /** The rank of an entrant, from 0 for who is let in first. */
  public int rankOf(int entrant) {
    return ranks[entrant];
  }

  /** The entrant of a rank. */
  public int entrantAt(int rank) {
    return order[rank];
  }
}
