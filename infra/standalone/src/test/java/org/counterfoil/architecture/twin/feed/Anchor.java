package org.counterfoil.architecture.twin.feed;

/** Something of this module, for others to know. */
public class Anchor {}
