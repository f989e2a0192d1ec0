package org.counterfoil.crowd.check;

import java.util.List;

/**
 * A hold that was acknowledged. Times are of one clock that only runs forward, in nanoseconds.
 *
 * @param seats their ids; places of areas are not counted
 * @param askedAt when it was asked for: it was placed later
 * @param answeredAt when it was answered: it was placed earlier
 * @param endsAfter before which it surely had not ended
 * @param state as it was told at the end: {@code SOLD}, {@code RELEASED}, {@code EXPIRED}, or what
 *     it should not be
 */
public record SeenHold(
    String holdId,
    List<String> seats,
    long askedAt,
    long answeredAt,
    long endsAfter,
    String state) {

  public SeenHold {
    seats = List.copyOf(seats);
  }
}
