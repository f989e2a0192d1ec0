package org.counterfoil.domain.performance;

/** A sales channel's own window, in place of the general one. */
public record ChannelWindow(SalesChannel channel, OnsaleWindow window) {}
