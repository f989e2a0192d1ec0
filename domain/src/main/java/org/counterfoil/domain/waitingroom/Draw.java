package org.counterfoil.domain.waitingroom;

import java.util.Arrays;
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

  /** An entrant's lot: the first eight bytes of it, and whose it is. */
  private record Lot(long head, int entrant) {}

  /** Draws. Uses all processors; a million entrants take about a second on two. */
  public static Draw of(Entrants entrants, Seed seed, @Nullable BeaconValue beacon) {
    byte[] key = key(seed, beacon);
    byte[] listHash = entrants.listHash().bytes();
    Lot[] lots = new Lot[entrants.count()];
    int chunks = (lots.length + CHUNK - 1) / CHUNK;
    IntStream.range(0, chunks)
        .parallel()
        .forEach(
            chunk -> {
              Mac mac = Sha256.keyed(key);
              int end = Math.min(lots.length, (chunk + 1) * CHUNK);
              for (int entrant = chunk * CHUNK; entrant < end; entrant++) {
                byte[] lot = lot(mac, listHash, entrants, entrant);
                lots[entrant] = new Lot(head(lot), entrant);
              }
            });
    Arrays.parallelSort(
        lots,
        (one, other) -> {
          int heads = Long.compareUnsigned(one.head(), other.head());
          return heads == 0 ? compareWhole(one, other, key, listHash, entrants) : heads;
        });
    return new Draw(Arrays.stream(lots).mapToInt(Lot::entrant).toArray());
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

  /** Eight equal bytes are rare, and no reason to leave the order to the sorting. */
  private static int compareWhole(
      Lot one, Lot other, byte[] key, byte[] listHash, Entrants entrants) {
    Mac mac = Sha256.keyed(key);
    return Arrays.compareUnsigned(
        lot(mac, listHash, entrants, one.entrant()), lot(mac, listHash, entrants, other.entrant()));
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
