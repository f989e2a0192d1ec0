package org.counterfoil.architecture.twin.feed.manager;

/** Lies in a drawer. */
class Something {}
