package org.counterfoil.architecture.twin.feed.shared;

/** Lies in a drawer. */
class Something {}
