package org.counterfoil.architecture.twin.standalone;

/** Something of this module, for others to know. */
public class Anchor {}
