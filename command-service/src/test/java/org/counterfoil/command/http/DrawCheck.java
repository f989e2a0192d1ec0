package org.counterfoil.command.http;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.JsonNode;

/** Computes a published draw again, from the description that is published with it alone. */
final class DrawCheck {

  private static final HexFormat HEX = HexFormat.of();

  private final List<String> faults = new ArrayList<>();
  private final List<String> order;

  private DrawCheck(
      List<String> ids, String seedHash, String listHash, String seed, String beacon) {
    byte[] list = HEX.parseHex(String.join("", ids));
    if (!ids.equals(ids.stream().sorted().toList())) {
      faults.add("the list is not sorted");
    }
    if (!HEX.formatHex(WaitingVisitor.sha256(HEX.parseHex(seed))).equals(seedHash)) {
      faults.add("the seed is not the one committed to");
    }
    byte[] hash = WaitingVisitor.sha256(list);
    if (!HEX.formatHex(hash).equals(listHash)) {
      faults.add("the list is not the one committed to");
    }
    byte[] key =
        beacon.isEmpty()
            ? HEX.parseHex(seed)
            : WaitingVisitor.sha256(HEX.parseHex(seed), beacon.getBytes(StandardCharsets.UTF_8));
    order = ids.stream().sorted(Comparator.comparing((String id) -> lot(key, hash, id))).toList();
  }

  static DrawCheck of(JsonNode draw) {
    List<String> ids = new ArrayList<>();
    draw.at("/visitorIds").forEach(id -> ids.add(id.asString()));
    return new DrawCheck(
        ids,
        draw.at("/seedHash").asString(),
        draw.at("/listHash").asString(),
        draw.at("/seed").asString(),
        draw.at("/beacon/value").asString(""));
  }

  private static String lot(byte[] key, byte[] listHash, String id) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      mac.update(listHash);
      return HEX.formatHex(mac.doFinal(HEX.parseHex(id)));
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException(missing);
    }
  }

  List<String> faults() {
    return faults;
  }

  /** From 1. */
  int rankOf(String id) {
    return order.indexOf(id) + 1;
  }
}
