package org.counterfoil.query.audit.subject;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the log about a person.
 *
 * @param at when it happened; before {@code recordedAt} where it was brought from elsewhere
 * @param actor who acted, as {@code KIND:id}
 * @param code why or how, from the list that belongs to {@code what}: a reason, a duty, a question
 * @param relatedId an order, a request, or as whom the person is known now
 * @param recipient to whom else data went
 */
public record Happening(
    long position,
    Instant at,
    Instant recordedAt,
    What what,
    UUID subjectId,
    String actor,
    List<String> purposes,
    List<String> fields,
    @Nullable String door,
    @Nullable String code,
    @Nullable UUID relatedId,
    @Nullable String recipient) {

  /** Under which the words for the code stand, in the files of texts. */
  public String codeKey() {
    String list =
        switch (what) {
          case DISCLOSED -> "reason";
          case AUDIT_READ -> "question";
          case REQUEST -> "requestKind";
          case IDENTITY_CHECKED -> "identity";
          case REQUEST_EXTENDED -> "extension";
          case REQUEST_REFUSED -> "refusal";
          case ERASED -> "erasure";
          case KEPT -> "duty";
          case CONTACT -> "contact";
          case RESTRICTED, RESTRICTION_LIFTED -> "restriction";
          case OBJECTION -> "objection";
          case CAPTURED,
              RECTIFIED,
              CONFIRMATION_AWAITED,
              CONSENT_GIVEN,
              CONSENT_RENEWED,
              CONSENT_REFUSED,
              CONSENT_WITHDRAWN,
              CONSENT_EXPIRED,
              REQUEST_ANSWERED,
              MERGED ->
              "code";
        };
    return "audit." + list + "." + code;
  }

  /** What happened. */
  public enum What {
    CAPTURED,
    RECTIFIED,
    /** An address was typed, and whoever has it is to confirm. */
    CONFIRMATION_AWAITED,
    CONSENT_GIVEN,
    CONSENT_RENEWED,
    CONSENT_REFUSED,
    CONSENT_WITHDRAWN,
    CONSENT_EXPIRED,
    OBJECTION,
    RESTRICTED,
    RESTRICTION_LIFTED,
    CONTACT,
    MERGED,
    ERASED,
    /** It was to be erased, and stays under a duty. */
    KEPT,
    DISCLOSED,
    AUDIT_READ,
    REQUEST,
    IDENTITY_CHECKED,
    REQUEST_EXTENDED,
    REQUEST_REFUSED,
    REQUEST_ANSWERED
  }
}
