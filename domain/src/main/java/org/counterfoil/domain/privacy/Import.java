package org.counterfoil.domain.privacy;

/** The state of one import of people. */
public final class Import {

  boolean isEnded;
}
