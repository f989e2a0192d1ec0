package org.counterfoil.architecture.twin.query;

/** Something of this module, for others to know. */
public class Anchor {}
