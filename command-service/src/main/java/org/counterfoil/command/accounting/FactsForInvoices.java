package org.counterfoil.command.accounting;

import java.util.List;
import org.counterfoil.command.exchange.Directory;
import org.counterfoil.command.exchange.OrganisationSettings;
import org.counterfoil.command.exchange.Timetable;
import org.counterfoil.domain.accounting.AccountingRejection;
import org.counterfoil.domain.accounting.BusinessCalendar;
import org.counterfoil.domain.accounting.Seller;
import org.counterfoil.domain.accounting.Supply;
import org.counterfoil.domain.order.OrderEvent.OrderPlaced;
import org.counterfoil.domain.organisation.InvoicingTerms;
import org.counterfoil.domain.organisation.OrganisationEvent.OrganisationCreated;
import org.counterfoil.domain.performance.PerformanceEvent.PerformanceScheduled;
import org.counterfoil.http.problem.Problem;

/** Finds what an invoice says beside the order itself. */
final class FactsForInvoices {

  private final Directory directory;
  private final Timetable timetable;
  private final OrganisationSettings settings;

  FactsForInvoices(Directory directory, Timetable timetable, OrganisationSettings settings) {
    this.directory = directory;
    this.timetable = timetable;
    this.settings = settings;
  }

  /**
   * As known at this moment: a performance may have been moved. An organisation that has not said
   * what its invoices say ends the request as a 409.
   */
  InvoiceFacts of(OrderPlaced order) {
    OrganisationCreated organisation = directory.organisation(order.organisationId());
    PerformanceScheduled performance = directory.performance(order.performanceId());
    InvoicingTerms terms = settings.of(order.organisationId()).invoicing();
    if (terms == null) {
      throw Problem.refused(
              AccountingRejection.INVOICING_NOT_SET,
              "Expected an organisation that has set what its invoices say, but "
                  + order.organisationId()
                  + " has not")
          .exception();
    }
    return new InvoiceFacts(
        Seller.of(organisation, terms),
        List.of(
            new Supply(
                performance.performanceId(),
                performance.title(),
                performance.venueName(),
                timetable.of(performance).startsAt(),
                performance.timeZone())),
        terms,
        BusinessCalendar.of(organisation),
        performance.isTraining());
  }
}
