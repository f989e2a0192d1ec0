package org.counterfoil.command.lane;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.counterfoil.domain.Command;
import org.counterfoil.domain.access.AccessCommand;
import org.counterfoil.domain.catalogue.CatalogueCommand;
import org.counterfoil.domain.order.JointOrderCommand;
import org.counterfoil.domain.order.OrderCommand;
import org.counterfoil.domain.performance.PerformanceCommand.SchedulePerformance;
import org.counterfoil.domain.performance.ScheduleSeries;
import org.counterfoil.domain.privacy.subject.RecordPeople;
import org.counterfoil.domain.reservation.ReservationCommand;

/** The streams that a command names; the last one is its own. */
final class NamedStreams {

  private NamedStreams() {}

  static List<UUID> of(Command command) {
    return switch (command) {
      case OrderCommand order when order.performanceId().isNone() ->
          List.of(order.orderId().value());
      case OrderCommand order -> List.of(order.performanceId().value(), order.orderId().value());
      case JointOrderCommand joint -> {
        List<UUID> streams = new ArrayList<>();
        joint.parts().forEach(part -> streams.add(part.performanceId().value()));
        joint.parts().reversed().forEach(part -> streams.add(part.orderId().value()));
        yield streams;
      }
      case RecordPeople told -> {
        List<UUID> streams = new ArrayList<>(told.people());
        if (told.order() != null) {
          streams.addAll(of(told.order()));
        }
        yield streams;
      }
      case ReservationCommand reserving ->
          List.of(reserving.performanceId().value(), reserving.reservationId().value());
      case SchedulePerformance schedule ->
          List.of(schedule.venueId().value(), schedule.performanceId().value());
      case ScheduleSeries series -> {
        List<UUID> streams = new ArrayList<>();
        streams.add(series.laneKey());
        series.performances().forEach(one -> streams.add(one.performanceId().value()));
        yield streams;
      }
      case AccessCommand access -> List.of(access.streamId());
      case CatalogueCommand catalogue -> List.of(catalogue.streamId());
      default -> List.of(command.laneKey());
    };
  }
}
