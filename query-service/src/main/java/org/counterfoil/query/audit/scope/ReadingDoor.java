package org.counterfoil.query.audit.scope;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.privacy.audit.AuditQuestion;
import org.counterfoil.domain.privacy.audit.AuditReading;
import org.counterfoil.domain.privacy.disclosure.DisclosureReason;
import org.counterfoil.domain.privacy.subject.DataSubjectId;
import org.counterfoil.http.problem.Problem;
import org.counterfoil.query.live.ReadPosition;
import org.jspecify.annotations.Nullable;

/**
 * Has a reading recorded, and waits until the records hold it. The reason is the header {@code
 * Disclosure-Reason}, or the parameter {@code reason} where a page asks: browsers send no header.
 */
final class ReadingDoor {

  static final String HEADER = "Disclosure-Reason";
  static final String PARAMETER = "reason";

  private final RecordedReadings readings;
  private final ReadPosition position;
  private final HttpServletRequest request;

  ReadingDoor(RecordedReadings readings, ReadPosition position, HttpServletRequest request) {
    this.readings = readings;
    this.position = position;
    this.request = request;
  }

  /** Answers the position that is reflected from now on. */
  long read(OrganisationId organisation, AuditQuestion question, @Nullable DataSubjectId subject) {
    long recorded =
        readings.record(new AuditReading(organisation, question, subject, reason()), request);
    return position.await(recorded, List.of(organisation.toString()));
  }

  boolean saysWhy() {
    String named = named();
    return named != null && !named.isEmpty();
  }

  private @Nullable String named() {
    String header = request.getHeader(HEADER);
    return header == null ? request.getParameter(PARAMETER) : header;
  }

  private DisclosureReason reason() {
    String named = named();
    return Arrays.stream(DisclosureReason.values())
        .filter(reason -> reason.name().equals(named))
        .findFirst()
        .orElseThrow(
            () ->
                Problem.invalid(
                        HEADER,
                        "Expected why it is read, one of "
                            + List.of(DisclosureReason.values())
                            + ", but it is "
                            + (named == null ? "missing" : "another"))
                    .exception());
  }
}
