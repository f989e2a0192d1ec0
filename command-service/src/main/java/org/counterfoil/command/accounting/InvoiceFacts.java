package org.counterfoil.command.accounting;

import java.util.List;
import org.counterfoil.command.exchange.Directory;
import org.counterfoil.command.exchange.Timetable;
import org.counterfoil.domain.accounting.BusinessCalendar;
import org.counterfoil.domain.accounting.Seller;
import org.counterfoil.domain.accounting.Supply;
import org.counterfoil.domain.order.OrderEvent.OrderPlaced;
import org.counterfoil.domain.performance.PerformanceEvent.PerformanceScheduled;

/**
 * What an invoice says beside the order itself.
 *
 * @param isTraining whether the performance is for training
 */
record InvoiceFacts(
    Seller seller, List<Supply> supplies, BusinessCalendar calendar, boolean isTraining) {

  /** As known at this moment: a performance may have been moved. */
  static InvoiceFacts of(OrderPlaced order, Directory directory, Timetable timetable) {
    var organisation = directory.organisation(order.organisationId());
    PerformanceScheduled performance = directory.performance(order.performanceId());
    return new InvoiceFacts(
        Seller.of(organisation),
        List.of(
            new Supply(
                performance.performanceId(),
                performance.title(),
                performance.venueName(),
                timetable.of(performance).startsAt(),
                performance.timeZone())),
        BusinessCalendar.of(organisation),
        performance.isTraining());
  }
}
