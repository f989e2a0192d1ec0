package org.counterfoil.domain.privacy.audit;

/** The state of one reading of what is recorded about personal data. */
public final class RecordedReading {

  boolean isRecorded;
}
