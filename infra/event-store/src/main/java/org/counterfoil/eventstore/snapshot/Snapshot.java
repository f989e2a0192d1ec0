package org.counterfoil.eventstore.snapshot;

import java.util.UUID;

/**
 * A copy of a stream's state.
 *
 * @param sequence of the last event that it reflects
 * @param stateVersion the version of the state's form
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Snapshot(
    UUID stream, String streamType, long sequence, int stateVersion, byte[] content) {}
