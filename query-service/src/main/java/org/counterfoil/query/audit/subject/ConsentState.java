package org.counterfoil.query.audit.subject;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.counterfoil.domain.privacy.imports.SourceCode;
import org.counterfoil.domain.privacy.register.CaptureDoor;
import org.counterfoil.query.audit.recording.ConsentAnswer;
import org.jspecify.annotations.Nullable;

/**
 * A consent to one purpose, and how it came to stand so.
 *
 * @param purposeName as it is called in its newest version
 * @param isInForce whether it was in force at the moment that was asked for; without an answer it
 *     is not
 * @param since the answer that decides, with what it was given under
 * @param answers all that counted then, the newest first
 */
public record ConsentState(
    String purpose,
    @Nullable String purposeName,
    boolean isInForce,
    Instant since,
    List<Answered> answers) {

  /**
   * One answer.
   *
   * @param at when it was given; before {@code recordedAt} where it was brought from elsewhere
   * @param source the form, list or counter where it was given, of one that was brought from
   *     elsewhere
   * @param exportedFrom the system that it was brought from
   * @param notice what was shown; missing where nothing had to be, as for a withdrawal
   * @param awaitsOrder whether it is a yes that was told with an order which was not completed
   *     then: it counts for nothing before
   * @param awaitsConfirmation whether it is a yes that whoever has a new address had yet to confirm
   */
  public record Answered(
      UUID subjectId,
      ConsentAnswer answer,
      Instant at,
      Instant recordedAt,
      long position,
      @Nullable Integer purposeVersion,
      @Nullable ShownNotice notice,
      @Nullable CaptureDoor door,
      @Nullable SourceCode source,
      @Nullable SourceCode exportedFrom,
      String actor,
      boolean awaitsOrder,
      boolean awaitsConfirmation) {

    boolean awaits() {
      return awaitsOrder || awaitsConfirmation;
    }
  }
}
