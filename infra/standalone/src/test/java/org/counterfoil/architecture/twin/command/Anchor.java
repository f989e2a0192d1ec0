package org.counterfoil.architecture.twin.command;

/** Something of this module, for others to know. */
public class Anchor {}
