package org.counterfoil.architecture.twin.http;

/** Something of this module, for others to know. */
public class Anchor {}
