package org.counterfoil.crowd;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.counterfoil.crowd.Shop.Reply;
import org.counterfoil.crowd.check.Checked;
import org.counterfoil.crowd.check.Checks;
import org.counterfoil.crowd.check.DrawCheck;
import org.counterfoil.crowd.http.Request;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A waiting room: visitors come in with the hash of a nonce, ask where they stand as often as they
 * are told to, and are let in. Bots use one admission for all their sessions, and somebody else's
 * for one of them; none of that may give a second hold.
 */
final class WaitingRoomDoor implements Door {

  private static final Duration USUAL_PAUSE = Duration.ofSeconds(2);

  private final Shop shop;
  private final String path;
  private final Map<String, Integer> places = new ConcurrentHashMap<>();
  private final Map<String, Set<String>> holdsByAdmission = new ConcurrentHashMap<>();
  private final Set<String> heldWithAnothers = ConcurrentHashMap.newKeySet();
  private final AtomicReference<@Nullable String> lastAdmission = new AtomicReference<>();

  WaitingRoomDoor(Shop shop, String performanceId) {
    this.shop = shop;
    this.path = "/performances/" + performanceId + "/waiting-room";
  }

  @Override
  public List<Pass> enter(byte[] nonce, Asker asker) throws InterruptedException {
    String id = visitorId(nonce);
    String token = join(id, asker);
    if (token.isEmpty()) {
      return List.of();
    }
    while (true) {
      Reply reply =
          shop.ask(Step.POLL, Request.get(path + "/me").with("Visitor-Token", token), asker);
      JsonNode body = reply.body();
      int position = body.path("position").asInt(0);
      if (position > 0) {
        places.putIfAbsent(id, position);
      }
      String admission = body.path("admissionToken").asString("");
      if (!admission.isEmpty()) {
        return passes(token, admission, asker);
      }
      boolean isOver = body.path("soldOut").asBoolean() || body.has("ended");
      if (!reply.isSuccess() || isOver) {
        return List.of();
      }
      Thread.sleep(Duration.ofSeconds(reply.answer().number("Retry-After", 2)));
    }
  }

  private String join(String id, Asker asker) throws InterruptedException {
    String body = Shop.JSON.writeValueAsString(Map.of("nonceHash", id));
    while (true) {
      Reply reply = shop.ask(Step.JOIN, Request.post(path, body), asker);
      if (!reply.code().equals("LOBBY_NOT_OPEN")) {
        return reply.body().path("visitorToken").asString("");
      }
      Thread.sleep(USUAL_PAUSE);
    }
  }

  /** A bot tries its own admission again and again, and once the last one that it could copy. */
  private List<Pass> passes(String token, String admission, Asker asker) {
    Pass own = new Pass(token, admission, false);
    String others = lastAdmission.getAndSet(admission);
    return asker != Asker.BOT || others == null || others.equals(admission)
        ? List.of(own)
        : List.of(own, own, new Pass(token, others, true), own);
  }

  @Override
  public void held(Pass pass, String holdId) {
    if (pass.isAnothers()) {
      heldWithAnothers.add(holdId);
    }
    holdsByAdmission
        .computeIfAbsent(pass.admissionToken(), a -> ConcurrentHashMap.newKeySet())
        .add(holdId);
  }

  @Override
  public List<Checked> checks() throws InterruptedException {
    return List.of(Checks.tokensRefused(holdsByAdmission, heldWithAnothers), draw());
  }

  private Checked draw() throws InterruptedException {
    JsonNode published = shop.ask(Step.LOOK_AT_DRAW, Request.get(path + "/draw"), Asker.RUN).body();
    Reply list = shop.ask(Step.LOOK_AT_DRAW, Request.get(path + "/draw/visitors"), Asker.RUN);
    return DrawCheck.of(
        published.path("seed").asString(""),
        published.path("seedHash").asString(""),
        published.path("listHash").asString(""),
        published.path("beacon").path("value").asString(""),
        list.answer().text().lines().toList(),
        places);
  }

  private static String visitorId(byte[] nonce) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(nonce));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("Expected every JDK to have SHA-256", missing);
    }
  }
}
