package org.counterfoil.command.order;

import org.counterfoil.command.exchange.Directory;
import org.counterfoil.command.privacy.search.OrderPeople;
import org.counterfoil.eventstore.log.EventLog;
import org.counterfoil.eventstore.ticket.TicketIndex;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the endpoints of orders look things up with. */
@Configuration(proxyBeanMethods = false)
class OrderLookups {

  @Bean
  OrderHistory orderHistory(EventLog log) {
    return new OrderHistory(log);
  }

  @Bean
  OrderParts orderParts(OrderHistory history) {
    return new OrderParts(history);
  }

  @Bean
  OrderSearch orderSearch(
      Directory directory, EventLog log, TicketIndex tickets, OrderPeople people) {
    return new OrderSearch(directory, log, tickets, people);
  }

  @Bean
  IssuedInvoices issuedInvoices(EventLog log) {
    return new IssuedInvoices(log);
  }
}
