package org.counterfoil.command.waitingroom;

import java.time.Clock;
import org.counterfoil.command.exchange.RequestRejection;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.domain.seathold.AdmissionId;
import org.counterfoil.domain.waitingroom.VisitorId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads what a buyer shows who comes from the waiting room. Whether an admission is needed, and
 * whether a hold was placed with it already, is decided with the hold.
 */
@Component
public final class Admissions {

  /** Header with the visitor token. */
  public static final String VISITOR_TOKEN = "Visitor-Token";

  /** Header with the admission token. */
  public static final String ADMISSION_TOKEN = "Admission-Token";

  private final WaitingRoomTokens tokens;
  private final Clock clock;

  Admissions(WaitingRoomTokens tokens, Clock clock) {
    this.tokens = tokens;
    this.clock = clock;
  }

  /**
   * A visitor who was shown to be one.
   *
   * @param admission missing where only the visitor token was shown
   */
  public record Shown(VisitorId visitor, @Nullable AdmissionId admission) {}

  /**
   * Whom the tokens are of; nothing where there are none. Forged, borrowed and expired ones end the
   * request.
   */
  public @Nullable Shown read(
      PerformanceId performance, @Nullable String visitorToken, @Nullable String admissionToken) {
    if (visitorToken == null && admissionToken == null) {
      return null;
    }
    VisitorId visitor = visitorToken == null ? null : tokens.readVisitor(performance, visitorToken);
    if (visitor == null) {
      throw RequestRejection.ADMISSION_INVALID.because(
          VISITOR_TOKEN, "Expected the visitor token of this performance, but it is none");
    }
    if (admissionToken == null) {
      return new Shown(visitor, null);
    }
    return switch (tokens.validity(performance, visitor, admissionToken, clock.instant())) {
      case VALID -> new Shown(visitor, tokens.admissionId(performance, visitor));
      case FORGED ->
          throw RequestRejection.ADMISSION_INVALID.because(
              ADMISSION_TOKEN, "Expected the admission token of this visitor, but it is none");
      case EXPIRED ->
          throw RequestRejection.ADMISSION_EXPIRED.because(
              ADMISSION_TOKEN, "Expected an admission in its time, but that is over");
    };
  }
}
