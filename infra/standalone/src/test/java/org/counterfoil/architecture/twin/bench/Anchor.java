package org.counterfoil.architecture.twin.bench;

/** Something of this module, for others to know. */
public class Anchor {}
