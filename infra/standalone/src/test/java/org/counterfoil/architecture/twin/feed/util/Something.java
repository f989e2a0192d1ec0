package org.counterfoil.architecture.twin.feed.util;

/** Lies in a drawer. */
class Something {}
