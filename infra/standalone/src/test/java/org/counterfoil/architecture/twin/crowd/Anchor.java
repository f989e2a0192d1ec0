package org.counterfoil.architecture.twin.crowd;

/** Something of this module, for others to know. */
public class Anchor {}
