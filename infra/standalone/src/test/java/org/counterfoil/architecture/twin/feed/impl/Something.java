package org.counterfoil.architecture.twin.feed.impl;

/** Lies in a drawer. */
class Something {}
