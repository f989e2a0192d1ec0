package org.counterfoil.command.privacy.guest;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.counterfoil.command.exchange.Directory;
import org.counterfoil.command.privacy.subject.PeopleHistory;
import org.counterfoil.command.privacy.subject.PeopleHistory.Member;
import org.counterfoil.command.privacy.subject.PeopleHistory.Person;
import org.counterfoil.command.privacy.vault.OpenedVault;
import org.counterfoil.domain.OrderId;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.domain.privacy.register.CaptureDoor;
import org.counterfoil.domain.privacy.register.PersonalField;
import org.counterfoil.domain.privacy.register.PurposeKey;
import org.counterfoil.domain.privacy.subject.DataSubject.KeptField;
import org.counterfoil.domain.privacy.subject.DataSubjectId;
import org.counterfoil.domain.privacy.subject.OrderRole;
import org.counterfoil.domain.privacy.subject.SubjectEvent.PersonalDataCaptured;
import org.counterfoil.domain.seathold.TicketId;
import org.counterfoil.eventstore.log.EventLog;
import org.counterfoil.eventstore.log.RecordedEvent;
import org.counterfoil.eventstore.ticket.TicketIndex;
import org.counterfoil.eventstore.ticket.TicketStanding;
import org.counterfoil.vault.DataKeyName;
import org.jspecify.annotations.Nullable;

/**
 * Who is expected by name at a performance: guests whom staff put on its list, and holders who were
 * named when tickets were ordered.
 */
final class Guests {

  private final Directory directory;
  private final TicketIndex index;
  private final PeopleHistory history;
  private final OpenedVault vault;
  private final EventLog log;

  Guests(
      Directory directory,
      TicketIndex index,
      PeopleHistory history,
      OpenedVault vault,
      EventLog log) {
    this.directory = directory;
    this.index = index;
    this.history = history;
    this.vault = vault;
    this.log = log;
  }

  /**
   * Somebody who is expected.
   *
   * @param told why its name is kept, and for what
   * @param kept the name; missing where it is kept and not used (Art. 18 GDPR)
   * @param tickets with which it comes
   */
  record Guest(
      Member member,
      PersonalDataCaptured told,
      @Nullable KeptField kept,
      List<TicketStanding> tickets) {

    Guest {
      tickets = List.copyOf(tickets);
    }

    DataSubjectId id() {
      return member.id();
    }

    PurposeKey purpose() {
      return told.purpose();
    }

    boolean isOnList() {
      return told.door() == CaptureDoor.ADMISSION_LIST;
    }
  }

  /** Everybody whose name is still kept, in the order in which they were told. */
  List<Guest> of(PerformanceId performance) {
    List<TicketStanding> tickets = index.of(performance);
    Set<OrderId> orders = new LinkedHashSet<>();
    for (TicketStanding ticket : tickets) {
      orders.add(ticket.orderId());
      orders.add(directory.order(ticket.orderId()).jointId());
    }
    Map<DataSubjectId, PersonalDataCaptured> told = new LinkedHashMap<>();
    for (RecordedEvent recorded : log.readToldFor(orders.stream().map(OrderId::value).toList())) {
      PersonalDataCaptured captured = (PersonalDataCaptured) recorded.envelope().payload();
      boolean isByName = OrderRole.of(captured) != OrderRole.BUYER;
      if (isByName && captured.fields().contains(PersonalField.NAME)) {
        told.put(captured.subjectId(), captured);
      }
    }
    List<Guest> guests = new ArrayList<>();
    told.values().forEach(one -> guest(one, tickets).ifPresent(guests::add));
    return guests;
  }

  private Optional<Guest> guest(PersonalDataCaptured told, List<TicketStanding> tickets) {
    List<TicketStanding> own =
        tickets.stream()
            .filter(
                ticket ->
                    told.ticketId() == null
                        ? ticket.orderId().equals(told.orderId())
                        : ticket.ticketId().equals(told.ticketId()))
            .toList();
    Person person = history.of(told.organisationId(), told.subjectId());
    Member member = person.member(told.subjectId());
    Optional<KeptField> kept =
        member.state().fields().stream()
            .filter(one -> one.field() == PersonalField.NAME)
            .filter(one -> one.purpose().equals(told.purpose()))
            .findFirst();
    if (own.isEmpty() || kept.isEmpty()) {
      return Optional.empty();
    }
    boolean isRestricted = person.whole().isRestricted();
    return Optional.of(new Guest(member, told, isRestricted ? null : kept.get(), own));
  }

  /** The name; missing where it is not used. That it is read MUST be recorded before. */
  @Nullable String read(Guest guest) {
    KeptField kept = guest.kept();
    return kept == null
        ? null
        : vault
            .get()
            .open(
                kept.captureId(),
                new DataKeyName(
                    kept.keyId(), guest.told().organisationId(), guest.id(), kept.purpose()),
                kept.field())
            .value();
  }

  /** The order's tickets of a performance that admit somebody; or the one ticket. */
  List<TicketStanding> ticketsOf(
      PerformanceId performance, Set<OrderId> orders, @Nullable TicketId ticket) {
    return index.of(performance).stream()
        .filter(one -> !one.isVoid())
        .filter(
            one -> ticket == null ? orders.contains(one.orderId()) : one.ticketId().equals(ticket))
        .toList();
  }

  /** For what somebody was put on a performance's list, also where it was erased since. */
  Optional<PersonalDataCaptured> onList(PerformanceId performance, DataSubjectId subject) {
    Set<OrderId> orders = new HashSet<>();
    index.of(performance).forEach(ticket -> orders.add(ticket.orderId()));
    return history.member(subject).stream()
        .flatMap(member -> member.events().stream())
        .map(recorded -> recorded.envelope().payload())
        .filter(PersonalDataCaptured.class::isInstance)
        .map(PersonalDataCaptured.class::cast)
        .filter(told -> told.door() == CaptureDoor.ADMISSION_LIST)
        .filter(told -> told.orderId() != null && orders.contains(told.orderId()))
        .findFirst();
  }
}
