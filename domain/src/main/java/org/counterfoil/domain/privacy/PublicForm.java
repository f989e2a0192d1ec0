package org.counterfoil.domain.privacy;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A form on which people tell something of themselves, without anybody between. */
public enum PublicForm {
  /** Who orders tickets. */
  ORDER(
      EnumSet.of(
          DpvPurpose.SELL_PRODUCTS_TO_DATA_SUBJECT,
          DpvPurpose.CUSTOMER_ORDER_MANAGEMENT,
          DpvPurpose.COMMUNICATION_MANAGEMENT,
          DpvPurpose.PAYMENT_MANAGEMENT,
          DpvPurpose.FRAUD_PREVENTION_AND_DETECTION,
          DpvPurpose.DIRECT_MARKETING)),
  /** Who wants to be written to, and buys nothing. */
  NEWSLETTER(EnumSet.of(DpvPurpose.DIRECT_MARKETING));

  private final Set<DpvPurpose> purposes;

  PublicForm(Set<DpvPurpose> purposes) {
    this.purposes = purposes;
  }

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
    boolean isOfTheForm = purposes.contains(purpose.dpvPurpose());
    return this == NEWSLETTER ? isOfTheForm && purpose.isByConsent() : isOfTheForm;
  }

  /** The one through which something comes in; missing where it is no form of this kind. */
  public static Optional<PublicForm> behind(CaptureDoor door) {
    return switch (door) {
      case ORDER -> Optional.of(ORDER);
      case NEWSLETTER_FORM -> Optional.of(NEWSLETTER);
      case ACCOUNT, BOX_OFFICE, ADMISSION_LIST, IMPORT -> Optional.empty();
    };
  }

  /**
   * Whether a yes counts only once it is confirmed, where nobody said otherwise: who fills in
   * nothing but an address may have typed anybody's, a buyer is sent its tickets there.
   */
  public boolean isConfirmedUsually() {
    return this == NEWSLETTER;
  }

  /** Whether people can tell a field themselves; the others are written by staff and machines. */
  public static boolean canAsk(PersonalField field) {
    return switch (field) {
      case EMAIL, NAME, TELEPHONE, ADDRESS, ACCESS_NEEDS -> true;
      case NOTE, PAYMENT_REFERENCE -> false;
    };
  }
}
