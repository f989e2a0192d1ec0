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
  private boolean wasTurnedAway;

  /**
   * @param number which of the visitor's sessions, from 0
   */
  Session(Onsale onsale, Visitor visitor, int number, Pass pass) {
    this.onsale = onsale;
    this.visitor = visitor;
    this.pass = pass;
    this.random = visitor.random(number);
    this.taste = new Taste(onsale.house(), random, visitor.picks());
  }

  Outcome play() throws InterruptedException {
    Hold hold = hold();
    if (hold == null) {
      return wasTurnedAway ? Outcome.TURNED_AWAY : Outcome.EMPTY_HANDED;
    }
    Thread.sleep(visitor.paying());
    if (abandons()) {
      if (visitor.givesBack()) {
        giveBack(hold);
      }
      return Outcome.CHANGED_THEIR_MIND;
    }
    return new Purchase(onsale, visitor, hold).make(random);
  }

  /** People have made up their minds; a bot has many holds, and drops as many of them. */
  private boolean abandons() {
    return visitor.isBot() ? random.nextDouble() < onsale.shares().abandoned() : visitor.abandons();
  }

  private @Nullable Hold hold() throws InterruptedException {
    int quantity = visitor.groupSize();
    for (int attempt = 0; attempt < PATIENCE; attempt++) {
      if (visitor.isBot() && !onsale.shop().areBotsBelow(onsale.shares().botRequests())) {
        return null; // others of its kind have asked enough
      }
      Wish wish = choose(attempt, quantity);
      if (wish == null) {
        // Not so many together any more: some come without a friend, most go home.
        quantity = Math.max(1, quantity - 1);
        continue;
      }
      String key = new UUID(random.nextLong(), random.nextLong()).toString();
      long asked = System.nanoTime();
      Reply reply = ask(wish, key);
      if (reply.status() == 201) {
        return held(wish, key, reply, asked);
      }
      if (reply.code().equals("ONSALE_NOT_OPEN")) {
        Thread.sleep(onsale.untilOpening());
        attempt--;
      } else if (!CHOOSE_AGAIN.contains(reply.code())) {
        wasTurnedAway = true;
        return null;
      }
    }
    return null;
  }

  /** A bot asks also where it sees nothing. */
  private @Nullable Wish choose(int attempt, int quantity) throws InterruptedException {
    Asker asker = Asker.of(visitor);
    Sight sight =
        attempt == 0
            ? onsale.sights().glance(asker)
            : onsale.sights().since(System.nanoTime(), asker);
    Thread.sleep(visitor.choosing());
    Wish seen = sight == null ? null : taste.choose(sight, quantity);
    return seen == null && visitor.isBot() ? taste.blind(quantity) : seen;
  }

  private Hold held(Wish wish, String key, Reply reply, long asked) {
    Hold hold = onsale.books().hold(wish, key, reply.body(), asked, onsale.holdNanos());
    onsale.door().held(pass, hold.id);
    return hold;
  }

  private Reply ask(Wish wish, String key) throws InterruptedException {
    Asker asker = Asker.of(visitor);
    Request request =
        pass.on(
            Request.post(
                    "/performances/" + onsale.house().performanceId() + "/holds",
                    wish.json(Shop.JSON))
                .with("Idempotency-Key", key));
    if (visitor.losesConnection()) {
      onsale.shop().askAndLeave(Step.HOLD, request, asker);
    }
    if (visitor.doubleClicks()) {
      Thread second =
          Thread.startVirtualThread(
              () -> {
                try {
                  long asked = System.nanoTime();
                  Reply again = onsale.shop().ask(Step.HOLD, request, asker);
                  if (again.status() == 201) {
                    held(wish, key, again, asked);
                  }
                } catch (InterruptedException stopped) {
                  Thread.currentThread().interrupt();
                }
              });
      Reply first = onsale.shop().ask(Step.HOLD, request, asker);
      second.join(Duration.ofSeconds(30));
      return first;
    }
    return onsale.shop().ask(Step.HOLD, request, asker);
  }

  private void giveBack(Hold hold) throws InterruptedException {
    hold.givenBack(System.nanoTime());
    onsale
        .shop()
        .ask(
            Step.GIVE_BACK,
            Request.delete("/holds/" + hold.id).with("Hold-Secret", hold.secret),
            Asker.of(visitor));
  }
}
