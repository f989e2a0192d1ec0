package org.counterfoil.domain.waitingroom;

import java.time.Instant;
import org.counterfoil.domain.PublicLabel;
import org.jspecify.annotations.Nullable;

/**
 * The terms of a waiting room.
 *
 * @param lobbyOpensAt from when visitors may enter the lobby
 * @param opensAt when the lobby closes, the draw is made and the first are let in
 * @param admissionsPerSecond how many are let in at the most
 * @param admissionSeconds how long who was let in may place a hold
 * @param beacon names a public random value that does not exist before {@code opensAt}, such as a
 *     round of drand; missing where none is mixed in
 */
public record WaitingRoomTerms(
    Instant lobbyOpensAt,
    Instant opensAt,
    int admissionsPerSecond,
    int admissionSeconds,
    @Nullable PublicLabel beacon) {}
