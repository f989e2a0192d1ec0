package org.counterfoil.domain.privacy.imports;

/** The state of one import of people. */
public final class Import {

  boolean isEnded;
}
