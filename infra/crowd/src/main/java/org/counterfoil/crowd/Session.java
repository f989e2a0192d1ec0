package org.counterfoil.crowd;

import java.time.Duration;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import org.counterfoil.crowd.Books.Hold;
import org.counterfoil.crowd.Door.Pass;
import org.counterfoil.crowd.Shop.Reply;
import org.counterfoil.crowd.http.Request;
import org.counterfoil.crowd.plan.Visitor;
import org.jspecify.annotations.Nullable;

/** One session of a visitor: from the first look to the ticket, or to where they give up. */
final class Session {

  private static final int PATIENCE = 5;

  /** Somebody else was faster, or it is not to be had like that: choose again. */
  private static final Set<String> CHOOSE_AGAIN =
      Set.of(
          "SEAT_ALREADY_HELD",
          "SEAT_ALREADY_SOLD",
          "SEAT_NOT_FOR_SALE",
          "NOT_ENOUGH_SEATS",
          "WOULD_LEAVE_ORPHAN_SEAT");

  private final Onsale onsale;
  private final Visitor visitor;
  private final Pass pass;
  private final SplittableRandom random;
  private final Taste taste;

  Session(Onsale onsale, Visitor visitor, int number, Pass pass) {
    this.onsale = onsale;
    this.visitor = visitor;
    this.pass = pass;
    this.random = visitor.random(number);
    this.taste = new Taste(onsale.house(), random, visitor.picks());
  }

  void play() throws InterruptedException {
    Hold hold = hold();
    if (hold == null) {
      return;
    }
    Thread.sleep(visitor.paying());
    if (visitor.abandons()) {
      if (visitor.givesBack()) {
        giveBack(hold);
      }
      return;
    }
    new Purchase(onsale, visitor, hold).make(random);
  }

  private @Nullable Hold hold() throws InterruptedException {
    int quantity = visitor.groupSize();
    for (int attempt = 0; attempt < PATIENCE; attempt++) {
      Sight sight =
          attempt == 0 ? onsale.sights().glance() : onsale.sights().since(System.nanoTime());
      Thread.sleep(visitor.choosing());
      Wish wish = sight == null ? null : taste.choose(sight, quantity);
      if (wish == null) {
        // Not so many together any more: some come without a friend, most go home.
        quantity = Math.max(1, quantity - 1);
        continue;
      }
      String key = new UUID(random.nextLong(), random.nextLong()).toString();
      long asked = System.nanoTime();
      Reply reply = ask(wish, key);
      if (reply.status() == 201) {
        return held(key, reply, asked);
      }
      if (reply.code().equals("ONSALE_NOT_OPEN")) {
        Thread.sleep(onsale.untilOpening());
        attempt--;
      } else if (!CHOOSE_AGAIN.contains(reply.code())) {
        return null;
      }
    }
    return null;
  }

  private Hold held(String key, Reply reply, long asked) {
    Hold hold = onsale.books().hold(key, reply.body(), asked, onsale.holdNanos());
    onsale.door().held(pass, hold.id);
    return hold;
  }

  private Reply ask(Wish wish, String key) throws InterruptedException {
    Request request =
        pass.on(
            Request.post(
                    "/performances/" + onsale.house().performanceId() + "/holds",
                    wish.json(Shop.JSON))
                .with("Idempotency-Key", key));
    if (visitor.losesConnection()) {
      onsale.shop().askAndLeave(Step.HOLD, request, visitor.isBot());
    }
    if (visitor.doubleClicks()) {
      Thread second =
          Thread.startVirtualThread(
              () -> {
                try {
                  long asked = System.nanoTime();
                  Reply again = onsale.shop().ask(Step.HOLD, request, visitor.isBot());
                  if (again.status() == 201) {
                    held(key, again, asked);
                  }
                } catch (InterruptedException stopped) {
                  Thread.currentThread().interrupt();
                }
              });
      Reply first = onsale.shop().ask(Step.HOLD, request, visitor.isBot());
      second.join(Duration.ofSeconds(30));
      return first;
    }
    return onsale.shop().ask(Step.HOLD, request, visitor.isBot());
  }

  private void giveBack(Hold hold) throws InterruptedException {
    hold.givenBack(System.nanoTime());
    onsale
        .shop()
        .ask(
            Step.GIVE_BACK,
            Request.delete("/holds/" + hold.id).with("Hold-Secret", hold.secret),
            visitor.isBot());
  }
}
