/**
 * Keeps the events: appended in commit order at dense positions, never changed.
 *
 * <ul>
 *   <li>{@code codec}: the stored form of an event, for ever readable
 *   <li>{@code schema}: tables, roles and what they may do
 *   <li>{@code engine}: how Axon appends and loads
 *   <li>{@code log}: how everybody else reads, and learns that there is more
 *   <li>{@code snapshot}, {@code idempotency}, {@code document}: what is kept beside the events
 *   <li>{@code id}: identifiers that sort by time
 * </ul>
 */
@NullMarked
package org.counterfoil.eventstore;

import org.jspecify.annotations.NullMarked;
