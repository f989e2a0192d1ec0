package org.counterfoil.architecture.twin.feed.core;

/** Lies in a drawer. */
class Something {}
