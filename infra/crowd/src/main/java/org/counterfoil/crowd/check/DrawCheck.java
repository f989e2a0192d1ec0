package org.counterfoil.crowd.check;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Computes a draw again from what was published, as anybody may: the hashes that were committed to,
 * and the order by HMAC-SHA-256(key, list hash ‖ visitor id), the key being the seed, or the
 * SHA-256 of seed ‖ beacon where one was named.
 */
public final class DrawCheck {

  private static final HexFormat HEX = HexFormat.of();

  private DrawCheck() {}

  /** In hexadecimal, whose order is that of the bytes. */
  private record Lot(String visitor, String lot) {}

  /**
   * Checks.
   *
   * @param seed in hexadecimal, as are the hashes
   * @param beacon empty where none was named
   * @param visitors the published list
   * @param places what visitors were told, from 1; those who came after the draw are not judged
   */
  public static Checked of(
      String seed,
      String seedHash,
      String listHash,
      String beacon,
      List<String> visitors,
      Map<String, Integer> places) {
    Complaints complaints = new Complaints("DRAW_VERIFIED");
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      complaints.expect(
          HEX.formatHex(sha.digest(HEX.parseHex(seed))).equals(seedHash),
          "Expected the seed that was committed to, but it has another hash");
      for (String visitor : visitors) {
        sha.update(HEX.parseHex(visitor));
      }
      complaints.expect(
          HEX.formatHex(sha.digest()).equals(listHash),
          "Expected the list that was committed to, but it has another hash");
      List<String> order = order(key(sha, seed, beacon), HEX.parseHex(listHash), visitors);
      for (int rank = 0; rank < order.size(); rank++) {
        Integer told = places.get(order.get(rank));
        if (told != null) {
          complaints.expect(
              told == rank + 1,
              "Expected visitor %s at place %d, but it was told %d"
                  .formatted(order.get(rank), rank + 1, told));
        }
      }
    } catch (GeneralSecurityException | IllegalArgumentException unreadable) {
      complaints.expect(false, "Expected a published draw, but it cannot be read: " + unreadable);
    }
    return complaints.result();
  }

  private static byte[] key(MessageDigest sha, String seed, String beacon) {
    if (beacon.isEmpty()) {
      return HEX.parseHex(seed);
    }
    sha.update(HEX.parseHex(seed));
    return sha.digest(beacon.getBytes(StandardCharsets.US_ASCII));
  }

  private static List<String> order(byte[] key, byte[] listHash, List<String> visitors)
      throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    List<Lot> lots = new ArrayList<>();
    for (String visitor : visitors) {
      mac.update(listHash);
      lots.add(new Lot(visitor, HEX.formatHex(mac.doFinal(HEX.parseHex(visitor)))));
    }
    lots.sort(Comparator.comparing(Lot::lot));
    return lots.stream().map(Lot::visitor).toList();
  }
}
