package org.counterfoil.architecture.twin.eventstore;

/** Something of this module, for others to know. */
public class Anchor {}
