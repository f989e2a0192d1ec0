package org.counterfoil.architecture.twin.feed.helper;

/** Lies in a drawer. */
class Something {}
