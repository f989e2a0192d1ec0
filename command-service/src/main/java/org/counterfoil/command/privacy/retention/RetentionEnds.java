package org.counterfoil.command.privacy.retention;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.counterfoil.command.exchange.Directory;
import org.counterfoil.command.exchange.Timetable;
import org.counterfoil.command.privacy.register.Registers;
import org.counterfoil.command.privacy.subject.PeopleHistory.Member;
import org.counterfoil.command.privacy.subject.PeopleHistory.Person;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.OrderId;
import org.counterfoil.domain.accounting.BusinessCalendar;
import org.counterfoil.domain.order.OrderEvent;
import org.counterfoil.domain.order.OrderEvent.OrderJoined;
import org.counterfoil.domain.order.OrderEvent.TicketsExchangedElsewhere;
import org.counterfoil.domain.organisation.OrganisationEvent.OrganisationCreated;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.domain.privacy.register.LawfulBasis;
import org.counterfoil.domain.privacy.register.PurposeKey;
import org.counterfoil.domain.privacy.register.RegisterEvent.PurposeDeclared;
import org.counterfoil.domain.privacy.subject.DataSubject.Unconfirmed;
import org.counterfoil.domain.privacy.subject.ErasureReason;
import org.counterfoil.domain.privacy.subject.SubjectEvent.ConsentGiven;
import org.counterfoil.domain.privacy.subject.SubjectEvent.ConsentRenewed;
import org.counterfoil.domain.privacy.subject.SubjectEvent.ContactMade;
import org.counterfoil.domain.privacy.subject.SubjectEvent.PersonalDataCaptured;
import org.counterfoil.eventstore.log.EventLog;
import org.counterfoil.eventstore.log.RecordedEvent;

/** The last day on which what was told for a purpose may be kept, as the log says it now. */
final class RetentionEnds {

  /** A mistaken click is taken back with what is there. */
  private static final Duration KEPT_AFTER_A_CONSENT = Duration.ofDays(7);

  /**
   * The end.
   *
   * @param day the last one, in the organisation's time zone
   */
  record End(LocalDate day, ErasureReason reason) {}

  private final Directory directory;
  private final Timetable timetable;
  private final Registers registers;
  private final EventLog log;

  RetentionEnds(Directory directory, Timetable timetable, Registers registers, EventLog log) {
    this.registers = registers;
    this.directory = directory;
    this.timetable = timetable;
    this.log = log;
  }

  /**
   * The end; missing where nothing was told for it. A consent that ended is one, a while before all
   * others: what else is kept of the person is kept for something else.
   *
   * @param member whose key it is
   * @param person all that is of that person: a contact with one is one with all
   */
  Optional<End> of(Person person, Member member, PurposeKey purpose) {
    OrganisationCreated organisation = directory.organisation(person.organisationId());
    Unconfirmed unconfirmed = member.state().unconfirmed().get(purpose);
    if (unconfirmed != null) {
      return Optional.of(
          new End(
              LocalDate.ofInstant(unconfirmed.endsAt(), organisation.timeZone()),
              ErasureReason.NOT_CONFIRMED));
    }
    List<RecordedEvent> captures = captures(member, purpose);
    Optional<End> usual =
        captures.stream()
            .map(recorded -> endOf(recorded, person, organisation))
            .max(LocalDate::compareTo)
            .map(day -> new End(day, ErasureReason.RETENTION_ENDED));
    return restsOnConsent(person, member, purpose)
        ? Stream.concat(
                usual.stream(), withdrawn(person, purpose, organisation.timeZone()).stream())
            .min(Comparator.comparing(End::day))
        : usual;
  }

  /** Art. 17(1)(b) GDPR: nothing else allows to keep it for that purpose. */
  private boolean restsOnConsent(Person person, Member member, PurposeKey purpose) {
    PurposeDeclared declared = registers.of(person.organisationId()).purpose(purpose);
    return member.state().basisOf(purpose).filter(LawfulBasis.CONSENT::equals).isPresent()
        || (member.state().basisOf(purpose).isPresent()
            && declared != null
            && declared.purpose().asksForConsent());
  }

  private static Optional<End> withdrawn(Person person, PurposeKey purpose, ZoneId zone) {
    return person
        .whole()
        .endedAt(purpose)
        .map(at -> LocalDate.ofInstant(at.plus(KEPT_AFTER_A_CONSENT), zone))
        .map(day -> new End(day, ErasureReason.CONSENT_WITHDRAWN));
  }

  private static List<RecordedEvent> captures(Member member, PurposeKey purpose) {
    return member.events().stream()
        .filter(
            recorded ->
                recorded.envelope().payload() instanceof PersonalDataCaptured captured
                    && captured.purpose().equals(purpose))
        .toList();
  }

  private LocalDate endOf(RecordedEvent recorded, Person person, OrganisationCreated organisation) {
    PersonalDataCaptured captured = (PersonalDataCaptured) recorded.envelope().payload();
    ZoneId zone = organisation.timeZone();
    LocalDate capturedOn = LocalDate.ofInstant(recorded.envelope().recordedAt(), zone);
    LocalDate start =
        switch (captured.retention().startsAt()) {
          case CAPTURE -> capturedOn;
          case LAST_CONTACT -> LocalDate.ofInstant(lastContact(person), zone);
          case FISCAL_YEAR_END -> BusinessCalendar.of(organisation).fiscalYear(capturedOn).to();
          case PERFORMANCE_END -> {
            OrderId order = captured.orderId();
            yield order == null ? capturedOn : lastEnd(order, capturedOn, zone);
          }
        };
    return captured.retention().endsOn(start);
  }

  /**
   * What the person did itself, when it did it, also where that was brought from elsewhere later:
   * an import is none, nor is a note of staff, nor a mail that was opened. Of whom nothing else is
   * known, the first that was told counts, whoever told it.
   */
  private static Instant lastContact(Person person) {
    Instant last = Instant.EPOCH;
    Instant first = Instant.MAX;
    for (Member member : person.members()) {
      for (RecordedEvent recorded : member.events()) {
        Instant recordedAt = recorded.envelope().recordedAt();
        Event event = recorded.envelope().payload();
        if (event instanceof PersonalDataCaptured && recordedAt.isBefore(first)) {
          first = recordedAt;
        }
        Instant at = contact(event, recordedAt);
        last = at.isAfter(last) ? at : last;
      }
    }
    return last.equals(Instant.EPOCH) ? first : last;
  }

  private static Instant contact(Event event, Instant recordedAt) {
    return switch (event) {
      case PersonalDataCaptured captured -> isByPerson(captured) ? recordedAt : Instant.EPOCH;
      case ConsentGiven given -> given.at();
      case ConsentRenewed renewed -> renewed.at();
      case ContactMade contact -> contact.at();
      default -> Instant.EPOCH;
    };
  }

  private static boolean isByPerson(PersonalDataCaptured captured) {
    return switch (captured.door()) {
      case ORDER, ACCOUNT, NEWSLETTER_FORM -> true;
      case BOX_OFFICE, ADMISSION_LIST -> captured.orderId() != null;
      case IMPORT -> false;
    };
  }

  /** The last end of all performances that an order has to do with. */
  private LocalDate lastEnd(OrderId order, LocalDate capturedOn, ZoneId zone) {
    LocalDate last = capturedOn;
    for (PerformanceId performance : performances(order)) {
      LocalDate end = LocalDate.ofInstant(timetable.of(performance).endsAt(), zone);
      last = end.isAfter(last) ? end : last;
    }
    return last;
  }

  /** Also of the orders that its tickets were exchanged into. */
  private Set<PerformanceId> performances(OrderId order) {
    Set<PerformanceId> found = new LinkedHashSet<>();
    Deque<OrderId> orders = new ArrayDeque<>(List.of(order));
    Set<OrderId> read = new HashSet<>();
    while (!orders.isEmpty()) {
      OrderId next = orders.remove();
      if (read.add(next)) {
        log.readPerformancesOf(next.value()).forEach(step -> follow(step, found, orders));
      }
    }
    return found;
  }

  private static void follow(
      RecordedEvent recorded, Set<PerformanceId> found, Deque<OrderId> orders) {
    if (recorded.envelope().payload() instanceof OrderJoined joined) {
      joined.parts().forEach(part -> orders.add(part.orderId()));
    } else if (recorded.envelope().payload() instanceof OrderEvent step
        && !step.performanceId().isNone()) {
      found.add(step.performanceId());
      if (step instanceof TicketsExchangedElsewhere elsewhere) {
        orders.add(elsewhere.intoOrderId());
      }
    }
  }
}
