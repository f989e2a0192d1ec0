package org.counterfoil.eventstore.codec;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.EventType;
import org.counterfoil.domain.access.AccessEvent;
import org.counterfoil.domain.accounting.AccountingEvent;
import org.counterfoil.domain.admission.AdmissionEvent;
import org.counterfoil.domain.catalogue.CatalogueEvent;
import org.counterfoil.domain.heldback.HeldBackEvent;
import org.counterfoil.domain.order.OrderEvent;
import org.counterfoil.domain.organisation.NetworkEvent;
import org.counterfoil.domain.organisation.OrganisationEvent;
import org.counterfoil.domain.pass.PassEvent;
import org.counterfoil.domain.pass.PassOffersEvent;
import org.counterfoil.domain.performance.PerformanceEvent;
import org.counterfoil.domain.privacy.audit.AuditEvent;
import org.counterfoil.domain.privacy.controller.ControllerEvent;
import org.counterfoil.domain.privacy.disclosure.DisclosureEvent;
import org.counterfoil.domain.privacy.imports.ImportEvent;
import org.counterfoil.domain.privacy.register.RegisterEvent;
import org.counterfoil.domain.privacy.request.RightsRequestEvent;
import org.counterfoil.domain.privacy.subject.SubjectEvent;
import org.counterfoil.domain.reservation.ReservationEvent;
import org.counterfoil.domain.seathold.SeatHoldEvent;
import org.counterfoil.domain.seathold.TicketEvent;
import org.counterfoil.domain.venue.VenueEvent;
import org.counterfoil.domain.voucher.VoucherEvent;
import org.counterfoil.domain.waitinglist.WaitingListEvent;
import org.counterfoil.domain.waitingroom.WaitingRoomEvent;
import org.jspecify.annotations.Nullable;

/**
 * Which events there are, under which stored name and revision. Found from the sealed types, so
 * that no class name is ever stored.
 */
public final class EventCatalogue {

  private static final List<Class<? extends Event>> DOMAIN =
      List.of(
          AccessEvent.class,
          AdmissionEvent.class,
          AccountingEvent.class,
          AuditEvent.class,
          CatalogueEvent.class,
          ControllerEvent.class,
          DisclosureEvent.class,
          HeldBackEvent.class,
          ImportEvent.class,
          NetworkEvent.class,
          OrderEvent.class,
          OrganisationEvent.class,
          PassEvent.class,
          PassOffersEvent.class,
          PerformanceEvent.class,
          RegisterEvent.class,
          ReservationEvent.class,
          RightsRequestEvent.class,
          SeatHoldEvent.class,
          SubjectEvent.class,
          TicketEvent.class,
          VenueEvent.class,
          VoucherEvent.class,
          WaitingListEvent.class,
          WaitingRoomEvent.class);

  private static final Pattern NAME = Pattern.compile("[a-z]+(-[a-z]+)*\\.[a-z]+(-[a-z]+)*");

  /**
   * An event as it is stored.
   *
   * @param revision the newest: the one that is written
   */
  public record Entry(String name, int revision, Class<? extends Event> type) {}

  private final Map<String, Entry> byName = new HashMap<>();
  private final Map<Class<?>, Entry> byType = new HashMap<>();

  private EventCatalogue(Collection<Class<? extends Event>> roots) {
    roots.forEach(this::add);
  }

  /** All events of the domain. */
  public static EventCatalogue domain() {
    return of(DOMAIN);
  }

  /**
   * The events below the given types.
   *
   * @param roots sealed types, or records annotated with {@link EventType}
   * @throws IllegalArgumentException where a type is neither sealed nor annotated, or a name is
   *     used twice
   */
  public static EventCatalogue of(Collection<Class<? extends Event>> roots) {
    return new EventCatalogue(roots);
  }

  /** Every event's concrete class. */
  public Set<Class<?>> types() {
    return Set.copyOf(byType.keySet());
  }

  /** Every event, in no order. */
  public Collection<Entry> entries() {
    return List.copyOf(byName.values());
  }

  /** The event of this stored name, or null where there is none. */
  public @Nullable Entry named(String name) {
    return byName.get(name);
  }

  /**
   * How this event is stored.
   *
   * @throws IllegalArgumentException where it is not in the catalogue
   */
  public Entry entryOf(Event event) {
    Entry entry = byType.get(event.getClass());
    if (entry == null) {
      throw new IllegalArgumentException(
          "Expected an event of the catalogue, but got a " + event.getClass().getName());
    }
    return entry;
  }

  private void add(Class<? extends Event> type) {
    if (type.isSealed()) {
      for (Class<?> permitted : type.getPermittedSubclasses()) {
        add(permitted.asSubclass(Event.class));
      }
      return;
    }
    EventType annotation = type.getAnnotation(EventType.class);
    if (!type.isRecord() || annotation == null) {
      throw new IllegalArgumentException(
          "Expected a sealed type or a record with @EventType, but got " + type.getName());
    }
    if (!NAME.matcher(annotation.name()).matches() || annotation.revision() < 1) {
      throw new IllegalArgumentException(
          "Expected a name such as \"seat-hold.placed\" and a revision from 1, but %s has \"%s\", %d"
              .formatted(type.getName(), annotation.name(), annotation.revision()));
    }
    Entry entry = new Entry(annotation.name(), annotation.revision(), type);
    Entry other = byName.putIfAbsent(entry.name(), entry);
    if (other != null) {
      throw new IllegalArgumentException(
          "Expected stored names to be unique, but \"%s\" belongs to %s and to %s"
              .formatted(entry.name(), other.type().getName(), type.getName()));
    }
    byType.put(type, entry);
  }
}
