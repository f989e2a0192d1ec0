package org.counterfoil.domain.seathold;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How many places each of several takers has at a performance: those of its placed holds and those
 * it bought. What is given back counts no more, and once only, because a hold ends once.
 *
 * @param <T> who takes: a buyer, a presale code
 */
final class Shares<T> {

  /** What one taker has. */
  private static final class Share {
    private int sold;
    private final List<SeatHold> placed = new ArrayList<>();
  }

  private final Map<T, Share> shares = new HashMap<>();

  /** Places that the taker keeps now; holds whose time is over do not count, recorded or not. */
  int takenBy(T taker, Instant now) {
    Share share = shares.get(taker);
    if (share == null) {
      return 0;
    }
    int places = share.sold;
    for (SeatHold hold : share.placed) {
      places += hold.isOverAt(now) ? 0 : hold.placeCount();
    }
    return places;
  }

  void place(@Nullable T taker, SeatHold hold) {
    if (taker != null) {
      share(taker).placed.add(hold);
    }
  }

  void free(@Nullable T taker, SeatHold hold) {
    if (taker != null) {
      Share share = share(taker);
      share.placed.remove(hold);
      if (share.placed.isEmpty() && share.sold == 0) {
        shares.remove(taker);
      }
    }
  }

  void sell(@Nullable T taker, SeatHold hold) {
    if (taker != null) {
      Share share = share(taker);
      share.placed.remove(hold);
      share.sold += hold.placeCount();
    }
  }

  /** Places that one taker bought. */
  record Sold<T>(T taker, int sold) {}

  /** Places sold by taker, those of none left out; what a snapshot needs beside the holds. */
  Stream<Sold<T>> sold() {
    return shares.entrySet().stream()
        .filter(each -> each.getValue().sold > 0)
        .map(each -> new Sold<>(each.getKey(), each.getValue().sold));
  }

  void restoreSold(T taker, int places) {
    share(taker).sold = places;
  }

  private Share share(T taker) {
    return shares.computeIfAbsent(taker, none -> new Share());
  }
}
