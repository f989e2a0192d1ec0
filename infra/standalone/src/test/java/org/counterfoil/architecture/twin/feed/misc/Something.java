package org.counterfoil.architecture.twin.feed.misc;

/** Lies in a drawer. */
class Something {}
