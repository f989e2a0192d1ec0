package org.counterfoil.architecture.twin.feed.common;

/** Lies in a drawer. */
class Something {}
