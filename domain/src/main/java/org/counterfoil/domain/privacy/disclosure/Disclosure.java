package org.counterfoil.domain.privacy.disclosure;

/** The state of one reading of personal data. */
public final class Disclosure {

  boolean isRecorded;
}
