package org.counterfoil.command.desk;

import java.util.function.Consumer;
import org.axonframework.commandhandling.CommandBus;
import org.counterfoil.command.aggregate.Streams;
import org.counterfoil.domain.Command;
import org.counterfoil.domain.access.AccessCommand;
import org.counterfoil.domain.access.AccessDecider;
import org.counterfoil.domain.accounting.AccountingCommand;
import org.counterfoil.domain.accounting.AccountingDecider;
import org.counterfoil.domain.admission.AdmissionCommand;
import org.counterfoil.domain.admission.AdmissionDecider;
import org.counterfoil.domain.catalogue.CatalogueCommand;
import org.counterfoil.domain.catalogue.CatalogueDecider;
import org.counterfoil.domain.heldback.HeldBackCommand;
import org.counterfoil.domain.order.JointOrderCommand;
import org.counterfoil.domain.order.OrderCommand;
import org.counterfoil.domain.organisation.NetworkCommand;
import org.counterfoil.domain.organisation.NetworkDecider;
import org.counterfoil.domain.organisation.OrganisationCommand;
import org.counterfoil.domain.organisation.OrganisationDecider;
import org.counterfoil.domain.pass.PassCommand;
import org.counterfoil.domain.pass.PassDecider;
import org.counterfoil.domain.pass.PassOffersCommand;
import org.counterfoil.domain.pass.PassOffersDecider;
import org.counterfoil.domain.performance.PerformanceCommand;
import org.counterfoil.domain.performance.ScheduleSeries;
import org.counterfoil.domain.privacy.audit.AuditCommand;
import org.counterfoil.domain.privacy.audit.AuditDecider;
import org.counterfoil.domain.privacy.controller.ControllerCommand;
import org.counterfoil.domain.privacy.controller.ControllerDecider;
import org.counterfoil.domain.privacy.disclosure.DisclosureCommand;
import org.counterfoil.domain.privacy.disclosure.DisclosureDecider;
import org.counterfoil.domain.privacy.imports.ImportCommand;
import org.counterfoil.domain.privacy.imports.ImportDecider;
import org.counterfoil.domain.privacy.register.RegisterCommand;
import org.counterfoil.domain.privacy.register.RegisterDecider;
import org.counterfoil.domain.privacy.request.RightsRequestCommand;
import org.counterfoil.domain.privacy.request.RightsRequestDecider;
import org.counterfoil.domain.privacy.subject.RecordPeople;
import org.counterfoil.domain.privacy.subject.SubjectCommand;
import org.counterfoil.domain.privacy.subject.SubjectDecider;
import org.counterfoil.domain.reservation.ReservationCommand;
import org.counterfoil.domain.seathold.SeatHoldCommand;
import org.counterfoil.domain.venue.VenueCommand;
import org.counterfoil.domain.venue.VenueDecider;
import org.counterfoil.domain.voucher.VoucherCommand;
import org.counterfoil.domain.voucher.VoucherDecider;
import org.counterfoil.domain.waitinglist.WaitingListCommand;
import org.counterfoil.domain.waitingroom.WaitingRoomCommand;
import org.counterfoil.eventstore.id.TimeOrderedIds;

/**
 * Brings every command to its desk. Axon routes by concrete class, so a handler of a sealed
 * interface would never be found: each permitted record is subscribed by itself, and a new one
 * cannot be forgotten.
 */
public final class Desks {

  private Desks() {}

  public static void open(CommandBus bus, Streams streams, TimeOrderedIds ids) {
    Lapses lapses = new Lapses(streams.orders(), ids);
    subscribe(
        bus,
        AccessCommand.class,
        new StreamDesk<>(streams.access(), AccessCommand::streamId, new AccessDecider()));
    subscribe(
        bus,
        OrganisationCommand.class,
        new StreamDesk<>(
            streams.organisations(), c -> c.organisationId().value(), new OrganisationDecider()));
    subscribe(
        bus,
        AccountingCommand.class,
        new StreamDesk<>(streams.books(), AccountingCommand::laneKey, new AccountingDecider()));
    subscribe(
        bus,
        NetworkCommand.class,
        new StreamDesk<>(streams.networks(), c -> c.networkId().value(), new NetworkDecider()));
    subscribe(
        bus,
        VenueCommand.class,
        new StreamDesk<>(streams.venues(), c -> c.venueId().value(), new VenueDecider()));
    subscribe(
        bus,
        CatalogueCommand.class,
        new StreamDesk<>(streams.catalogue(), CatalogueCommand::streamId, new CatalogueDecider()));
    subscribe(
        bus,
        PerformanceCommand.class,
        new PerformanceDesk(streams.performances(), streams.venues(), lapses));
    subscribe(bus, ScheduleSeries.class, new SeriesDesk(streams.performances(), streams.venues()));
    subscribe(bus, WaitingRoomCommand.class, new WaitingRoomDesk(streams.performances()));
    subscribe(bus, WaitingListCommand.class, new WaitingListDesk(streams.performances()));
    subscribe(bus, HeldBackCommand.class, new HeldBackDesk(streams.performances()));
    subscribe(bus, SeatHoldCommand.class, new SeatHoldDesk(streams.performances(), lapses));
    subscribe(
        bus,
        AdmissionCommand.class,
        new StreamDesk<>(streams.doors(), AdmissionCommand::laneKey, new AdmissionDecider()));
    subscribe(
        bus,
        ReservationCommand.class,
        new ReservationDesk(streams.reservations(), streams.performances(), lapses));
    subscribe(
        bus,
        VoucherCommand.class,
        new StreamDesk<>(streams.vouchers(), VoucherCommand::laneKey, new VoucherDecider()));
    subscribe(
        bus,
        PassCommand.class,
        new StreamDesk<>(streams.passes(), PassCommand::laneKey, new PassDecider()));
    subscribe(
        bus,
        PassOffersCommand.class,
        new StreamDesk<>(
            streams.passOffers(), PassOffersCommand::laneKey, new PassOffersDecider()));
    Bearers bearers = new Bearers(streams.vouchers(), streams.passes());
    OrderDesk orders = new OrderDesk(streams.orders(), streams.performances(), bearers, lapses);
    JointOrderDesk jointOrders =
        new JointOrderDesk(streams.orders(), streams.performances(), bearers, lapses);
    subscribe(bus, OrderCommand.class, orders);
    subscribe(bus, JointOrderCommand.class, jointOrders);
    subscribe(bus, RecordPeople.class, new PeopleDesk(streams.people(), orders, jointOrders));
    openForPersonalData(bus, streams);
  }

  private static void openForPersonalData(CommandBus bus, Streams streams) {
    subscribe(
        bus,
        AuditCommand.class,
        new StreamDesk<>(streams.auditReadings(), AuditCommand::laneKey, new AuditDecider()));
    subscribe(
        bus,
        RegisterCommand.class,
        new StreamDesk<>(streams.registers(), RegisterCommand::laneKey, new RegisterDecider()));
    subscribe(
        bus,
        ControllerCommand.class,
        new StreamDesk<>(
            streams.controllers(), ControllerCommand::laneKey, new ControllerDecider()));
    subscribe(
        bus,
        SubjectCommand.class,
        new StreamDesk<>(streams.people(), SubjectCommand::laneKey, new SubjectDecider()));
    subscribe(
        bus,
        DisclosureCommand.class,
        new StreamDesk<>(
            streams.disclosures(), DisclosureCommand::laneKey, new DisclosureDecider()));
    subscribe(
        bus,
        ImportCommand.class,
        new StreamDesk<>(streams.imports(), ImportCommand::laneKey, new ImportDecider()));
    subscribe(
        bus,
        RightsRequestCommand.class,
        new StreamDesk<>(
            streams.requests(), RightsRequestCommand::laneKey, new RightsRequestDecider()));
  }

  private static <C extends Command> void subscribe(CommandBus bus, Class<C> root, Desk<C> desk) {
    forEachConcrete(
        root,
        concrete ->
            bus.subscribe(
                concrete.getName(),
                message -> desk.handle(root.cast(message.getPayload()), Taken.from(message))));
  }

  private static void forEachConcrete(Class<?> type, Consumer<Class<?>> action) {
    Class<?>[] permitted = type.getPermittedSubclasses();
    if (permitted == null) {
      action.accept(type);
    } else {
      for (Class<?> subclass : permitted) {
        forEachConcrete(subclass, action);
      }
    }
  }
}
