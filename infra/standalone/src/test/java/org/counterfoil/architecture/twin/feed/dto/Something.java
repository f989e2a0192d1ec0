package org.counterfoil.architecture.twin.feed.dto;

/** Lies in a drawer. */
class Something {}
