package org.counterfoil.architecture.twin.vault;

/** Something of this module, for others to know. */
public class Anchor {}
