package org.counterfoil.domain.privacy.register;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A form on which people tell something of themselves, without anybody between. */
public enum PublicForm {
  /** Who orders tickets. */
  ORDER,
  /** Who wants to be written to, and buys nothing. */
  NEWSLETTER,
  /** Who wants to look after its own data, over several orders. */
  ACCOUNT;

  /** The one that is called so: {@code order}. */
  public static Optional<PublicForm> of(String key) {
    return Stream.of(values()).filter(form -> form.key().equals(key)).findFirst();
  }

  /** As addresses call it: {@code order}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Whether it asks for a purpose. An invoice, a guest list or a dispute has an occasion of its own
   * to ask; marketing without consent is for who buys (Art. 13(2) of Directive 2002/58/EC).
   */
  public boolean asksFor(Purpose purpose) {
    return switch (this) {
      case ORDER -> isAskedWithAnOrder(purpose.dpvPurpose());
      case NEWSLETTER -> purpose.dpvPurpose().isMarketing() && purpose.isByConsent();
      case ACCOUNT ->
          purpose.dpvPurpose() == DpvPurpose.ACCOUNT_MANAGEMENT || NEWSLETTER.asksFor(purpose);
    };
  }

  private static boolean isAskedWithAnOrder(DpvPurpose purpose) {
    return switch (purpose) {
      case SELL_PRODUCTS_TO_DATA_SUBJECT,
          CUSTOMER_ORDER_MANAGEMENT,
          COMMUNICATION_MANAGEMENT,
          PAYMENT_MANAGEMENT,
          FRAUD_PREVENTION_AND_DETECTION,
          DIRECT_MARKETING ->
          true;
      case ACCOUNT_MANAGEMENT,
          LEGAL_COMPLIANCE,
          DISPUTE_MANAGEMENT,
          ENFORCE_ACCESS_CONTROL,
          PERSONNEL_MANAGEMENT ->
          false;
    };
  }

  /** Whether something is told with it that it does not ask: what a law asks of who orders. */
  boolean hasOccasionFor(Purpose purpose) {
    return this == ORDER && purpose.dpvPurpose() == DpvPurpose.LEGAL_COMPLIANCE;
  }

  /** The one through which something comes in; missing where it is no form of this kind. */
  public static Optional<PublicForm> behind(CaptureDoor door) {
    return switch (door) {
      case ORDER -> Optional.of(ORDER);
      case NEWSLETTER_FORM -> Optional.of(NEWSLETTER);
      case ACCOUNT -> Optional.of(ACCOUNT);
      case BOX_OFFICE, ADMISSION_LIST, IMPORT -> Optional.empty();
    };
  }

  /**
   * Whether a yes counts only once it is confirmed, where nobody said otherwise: who fills in an
   * address may have typed anybody's; a buyer is sent its tickets there.
   */
  public boolean isConfirmedUsually() {
    return this != ORDER;
  }

  /** Whether people can tell a field themselves; the others are written by staff and machines. */
  public static boolean canAsk(PersonalField field) {
    return switch (field) {
      case EMAIL, NAME, TELEPHONE, ADDRESS, ACCESS_NEEDS -> true;
      case NOTE, PAYMENT_REFERENCE -> false;
    };
  }
}
