package org.counterfoil.domain;

import java.util.UUID;

/**
 * Who caused a change; stored with every event (I10). Opaque: an operator is an id, a buyer is
 * whoever had the hold's or order's secret.
 *
 * @param kind what sort of actor
 * @param id the token, operator, order or process that acted
 */
public record Actor(Kind kind, UUID id) {

  /** The sorts of actor. */
  public enum Kind {
    /** A member of the staff in a login session. */
    OPERATOR,
    /** A program with an API token. */
    API_TOKEN,
    /** A buyer with a hold's or order's secret. */
    BUYER,
    /** A payment provider by its signed notification. */
    PAYMENT_PROVIDER,
    /** Counterfoil itself: a timer or a process. */
    SYSTEM
  }

  private static final UUID NOBODY = new UUID(0L, 0L);

  public static final Actor SYSTEM = new Actor(Kind.SYSTEM, NOBODY);

  /** Written and read as {@code KIND:id}. */
  @Override
  public String toString() {
    return kind + ":" + id;
  }

  public static Actor parse(String text) {
    int colon = text.indexOf(':');
    return new Actor(
        Kind.valueOf(text.substring(0, colon)), UUID.fromString(text.substring(colon + 1)));
  }
}
