package org.counterfoil.query.sales;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the waiting room of a performance stands: what was announced, and what it has committed to.
 *
 * @param phase {@code ANNOUNCED}, {@code LOBBY}, {@code DRAWING}, {@code OPEN}, {@code ENDED}, or
 *     {@code NONE} where it was given up before it opened
 * @param lobbyOpensAt like the other terms, missing where there is no waiting room any more
 * @param opensAt when the lobby closes and the order is drawn
 * @param admissionsPerSecond how many are let in at the most
 * @param beacon the public random value that was named beforehand
 * @param seedHash what the seed was committed to by
 * @param entrants how many were in the lobby when it closed
 * @param listHash what the list of entrants was committed to by
 * @param beaconValue what became of {@code beacon}
 * @param seed once it is revealed
 * @param admissionsPerMinute the rate recorded last, which the seats left determine; missing where
 *     it is still what the terms allow
 */
public record WaitingRoomFigures(
    String phase,
    @Nullable Instant lobbyOpensAt,
    @Nullable Instant opensAt,
    @Nullable Integer admissionsPerSecond,
    @Nullable String beacon,
    @Nullable String seedHash,
    @Nullable Integer entrants,
    @Nullable String listHash,
    @Nullable String beaconValue,
    @Nullable String seed,
    @Nullable Integer admissionsPerMinute) {}
