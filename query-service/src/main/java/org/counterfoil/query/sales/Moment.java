package org.counterfoil.query.sales;

import java.time.Instant;

/** Where in the log, and when, an event was recorded. */
record Moment(long position, Instant at) {}
