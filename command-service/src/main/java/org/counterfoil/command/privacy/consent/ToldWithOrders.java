package org.counterfoil.command.privacy.consent;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.counterfoil.command.privacy.subject.PeopleHistory.Member;
import org.counterfoil.domain.OrderId;
import org.counterfoil.domain.privacy.register.CaptureDoor;
import org.counterfoil.domain.privacy.register.Purpose;
import org.counterfoil.domain.privacy.register.PurposeKey;
import org.counterfoil.domain.privacy.subject.SubjectEvent.ConfirmationAwaited;
import org.counterfoil.domain.privacy.subject.SubjectEvent.ConsentGiven;
import org.counterfoil.domain.privacy.subject.SubjectEvent.ConsentRenewed;
import org.counterfoil.domain.privacy.subject.SubjectEvent.PersonalDataCaptured;
import org.counterfoil.eventstore.log.EventLog;
import org.counterfoil.eventstore.log.RecordedEvent;

/**
 * Since when somebody may be written to, by what it told itself. Whoever orders may type anybody's
 * address: what is told with an order counts once that order is completed, and not before. Each
 * order is asked for once.
 */
final class ToldWithOrders {

  private final EventLog log;
  private final Map<OrderId, Boolean> completed = new HashMap<>();

  ToldWithOrders(EventLog log) {
    this.log = log;
  }

  /** The last yes, or the purchase with which it did not say no; missing where none counts. */
  Optional<Instant> since(Member member, Purpose purpose) {
    return purpose.asksForConsent()
        ? member
            .state()
            .agreedAt(purpose.key())
            .filter(
                at -> !isOfAnOrder(member, purpose.key(), at) || isBought(member, purpose.key()))
        : boughtAt(member, purpose.key());
  }

  /** Whether that yes was told with an order and with nothing else: nobody confirmed it either. */
  private static boolean isOfAnOrder(Member member, PurposeKey purpose, Instant at) {
    boolean isTyped = false;
    for (RecordedEvent recorded : member.events()) {
      switch (recorded.envelope().payload()) {
        case ConfirmationAwaited asked when asked.purpose().equals(purpose) -> {
          return false;
        }
        case ConsentGiven given when given.purpose().equals(purpose) && given.at().equals(at) ->
            isTyped = isDoorOfOrders(given.door());
        case ConsentRenewed given when given.purpose().equals(purpose) && given.at().equals(at) ->
            isTyped = isDoorOfOrders(given.door());
        default -> {}
      }
    }
    return isTyped;
  }

  private static boolean isDoorOfOrders(CaptureDoor door) {
    return switch (door) {
      case ORDER, BOX_OFFICE -> true;
      case ACCOUNT, NEWSLETTER_FORM, ADMISSION_LIST, IMPORT -> false;
    };
  }

  private boolean isBought(Member member, PurposeKey purpose) {
    return boughtAt(member, purpose).isPresent();
  }

  /**
   * When somebody who bought told what is kept for a purpose. Marketing without consent is lawful
   * to who bought and was asked whether it says no (Art. 13(2) of Directive 2002/58/EC): nothing is
   * kept for it of whoever was not asked.
   */
  private Optional<Instant> boughtAt(Member member, PurposeKey purpose) {
    return member.events().stream()
        .filter(
            recorded ->
                recorded.envelope().payload() instanceof PersonalDataCaptured captured
                    && captured.purpose().equals(purpose)
                    && captured.orderId() != null
                    && completed.computeIfAbsent(
                        captured.orderId(), order -> log.isCompleted(order.value())))
        .map(recorded -> recorded.envelope().recordedAt())
        .findFirst();
  }
}
