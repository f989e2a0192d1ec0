package org.counterfoil.command.accounting;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.counterfoil.command.lane.Answer;
import org.counterfoil.command.lane.LaneFull;
import org.counterfoil.command.lane.Lanes;
import org.counterfoil.command.lane.LogFollower;
import org.counterfoil.command.lane.Outcome;
import org.counterfoil.command.lane.StoreUnavailable;
import org.counterfoil.command.lane.Submission;
import org.counterfoil.command.order.IssuedInvoices;
import org.counterfoil.command.order.IssuedInvoices.Issued;
import org.counterfoil.domain.Actor;
import org.counterfoil.domain.OrderId;
import org.counterfoil.domain.accounting.AccountingCommand.CorrectInvoice;
import org.counterfoil.domain.accounting.AccountingEvent.InvoiceIssued;
import org.counterfoil.domain.accounting.InvoicedGoods;
import org.counterfoil.domain.accounting.InvoicedLine;
import org.counterfoil.domain.accounting.InvoicedTicket;
import org.counterfoil.domain.order.Order;
import org.counterfoil.domain.order.OrderDecider;
import org.counterfoil.domain.order.OrderEvent;
import org.counterfoil.domain.order.OrderEvent.TicketsExchanged;
import org.counterfoil.domain.order.OrderEvent.TicketsExchangedElsewhere;
import org.counterfoil.domain.order.OrderEvent.TicketsRefunded;
import org.counterfoil.domain.order.RefundedTicket;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.seathold.TicketReason;
import org.counterfoil.eventstore.log.EventLog;
import org.counterfoil.eventstore.log.EventTail;
import org.counterfoil.eventstore.log.RecordedEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * Issues a credit note for everything that comes back of an invoiced order, whoever gave it back.
 * An invoice says up to which event it states its order; what the order's stream says after that is
 * told to the books event by event, each by one command that does nothing where it was done before.
 * Whatever interrupts it, it goes on from the log.
 */
final class InvoiceProcess extends LogFollower {

  private static final Logger LOG = LoggerFactory.getLogger(InvoiceProcess.class);
  private static final int PAGE = 500;

  private final InvoiceLog events;
  private final EventLog log;
  private final IssuedInvoices invoices;
  private final FactsForInvoices facts;
  private final Lanes lanes;
  private final Set<OrderId> invoiced = new HashSet<>();
  private final Map<OrderId, OrganisationId> open = new LinkedHashMap<>();
  private long invoicesSeen = -1;
  private long returnsSeen = -1;

  InvoiceProcess(
      InvoiceLog events,
      EventLog log,
      EventTail tail,
      IssuedInvoices invoices,
      FactsForInvoices facts,
      Lanes lanes) {
    super("invoices", tail);
    this.events = events;
    this.log = log;
    this.invoices = invoices;
    this.facts = facts;
    this.lanes = lanes;
  }

  @Override
  protected void round() {
    followInvoices();
    followReturns();
    Map.copyOf(open).forEach(this::tryToCorrect);
  }

  /**
   * What came back between the reading of the order and its invoice is found with the invoice: the
   * returns read so far may have gone past it. Before any were read there is nothing to look for,
   * so that a start reads only those orders of which something came back.
   */
  private void followInvoices() {
    List<RecordedEvent> page;
    do {
      page = events.invoices(invoicesSeen, PAGE);
      for (RecordedEvent recorded : page) {
        InvoiceIssued issued = (InvoiceIssued) recorded.envelope().payload();
        invoiced.add(issued.orderId());
        if (returnsSeen >= 0) {
          open.put(issued.orderId(), issued.organisationId());
        }
        invoicesSeen = recorded.position();
      }
    } while (page.size() == PAGE);
  }

  private void followReturns() {
    List<RecordedEvent> page;
    do {
      page = events.returns(returnsSeen, PAGE);
      for (RecordedEvent recorded : page) {
        OrderEvent event = (OrderEvent) recorded.envelope().payload();
        if (invoiced.contains(event.orderId())) {
          open.put(event.orderId(), event.organisationId());
        }
        returnsSeen = recorded.position();
      }
    } while (page.size() == PAGE);
  }

  /** One that fails is tried again, and keeps no other waiting. */
  private void tryToCorrect(OrderId order, OrganisationId organisation) {
    try {
      correct(order, organisation);
      open.remove(order);
    } catch (DataAccessException | LaneFull | StoreUnavailable failed) {
      LOG.warn("The credit notes of order {} were interrupted; going on", order, failed);
    } catch (RuntimeException defect) {
      LOG.error("Expected credit notes of order {}, but one failed", order, defect);
    }
  }

  private void correct(OrderId id, OrganisationId organisation) {
    long stated =
        invoices.of(organisation, id).stream()
            .mapToLong(Issued::statedThrough)
            .max()
            .orElse(Long.MAX_VALUE);
    OrderDecider decider = new OrderDecider();
    Order order = new Order();
    for (RecordedEvent recorded : log.readStream(id.value())) {
      OrderEvent event = (OrderEvent) recorded.envelope().payload();
      decider.evolve(order, event);
      if (recorded.envelope().sequence() > stated) {
        correct(event, order, recorded);
      }
    }
  }

  private void correct(OrderEvent event, Order order, RecordedEvent recorded) {
    if (event instanceof TicketsRefunded refunded) {
      InvoicedGoods returned =
          new InvoicedGoods(
              returned(refunded.tickets(), order),
              refunded.lines().stream().map(line -> InvoicedLine.returned(line, order)).toList());
      submit(refunded.reason(), returned, InvoicedGoods.NONE, order, recorded);
    } else if (event instanceof TicketsExchanged exchanged) {
      submit(
          TicketReason.EXCHANGED,
          new InvoicedGoods(returned(exchanged.returned(), order), List.of()),
          new InvoicedGoods(
              exchanged.issued().stream().map(ticket -> InvoicedTicket.of(ticket, order)).toList(),
              List.of()),
          order,
          recorded);
    } else if (event instanceof TicketsExchangedElsewhere elsewhere) {
      InvoicedGoods returned = new InvoicedGoods(returned(elsewhere.returned(), order), List.of());
      submit(TicketReason.EXCHANGED, returned, InvoicedGoods.NONE, order, recorded);
    }
  }

  private static List<InvoicedTicket> returned(List<RefundedTicket> tickets, Order order) {
    return tickets.stream().map(ticket -> InvoicedTicket.returned(ticket, order)).toList();
  }

  private void submit(
      TicketReason reason,
      InvoicedGoods returned,
      InvoicedGoods issued,
      Order order,
      RecordedEvent recorded) {
    InvoiceFacts more = facts.of(order.placed());
    CorrectInvoice change =
        new CorrectInvoice(
            order.placed().organisationId(),
            order.placed().orderId(),
            recorded.envelope().sequence(),
            reason,
            order.placed().currency(),
            returned,
            issued,
            more.seller(),
            more.supplies(),
            more.terms(),
            more.calendar());
    UUID cause = recorded.envelope().eventId();
    Outcome outcome =
        lanes.submit(
            new Submission(change, Actor.SYSTEM, cause, events -> new Answer(204, ""), null));
    if (outcome instanceof Outcome.Refused refused) {
      throw new IllegalStateException(
          "Expected " + change + " to be accepted, but: " + refused.detail());
    }
  }
}
