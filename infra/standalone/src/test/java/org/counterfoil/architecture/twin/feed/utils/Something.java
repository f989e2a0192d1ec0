package org.counterfoil.architecture.twin.feed.utils;

/** Lies in a drawer. */
class Something {}
