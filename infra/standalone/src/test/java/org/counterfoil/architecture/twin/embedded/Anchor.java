package org.counterfoil.architecture.twin.embedded;

/** Something of this module, for others to know. */
public class Anchor {}
