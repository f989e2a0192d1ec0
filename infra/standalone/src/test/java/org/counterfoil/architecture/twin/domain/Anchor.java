package org.counterfoil.architecture.twin.domain;

/** Something of this module, for others to know. */
public class Anchor {}
