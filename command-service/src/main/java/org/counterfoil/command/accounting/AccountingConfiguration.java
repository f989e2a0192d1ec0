package org.counterfoil.command.accounting;

import java.net.URI;
import java.time.Clock;
import javax.sql.DataSource;
import org.counterfoil.command.exchange.Directory;
import org.counterfoil.command.exchange.OrganisationSettings;
import org.counterfoil.command.exchange.Timetable;
import org.counterfoil.command.lane.Lanes;
import org.counterfoil.command.order.IssuedInvoices;
import org.counterfoil.domain.accounting.BooksOverview;
import org.counterfoil.eventstore.codec.EventCodec;
import org.counterfoil.eventstore.id.TimeOrderedIds;
import org.counterfoil.eventstore.log.EventLog;
import org.counterfoil.eventstore.log.EventTail;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Closes books by itself, in a process that keeps them too or is told who does. */
@Configuration(proxyBeanMethods = false)
class AccountingConfiguration {

  /**
   * Where a process of its own keeps the books: {@code counterfoil.books.url}, asked with {@code
   * counterfoil.books.token}, a platform administrator's; {@code COUNTERFOIL_ADMIN_TOKEN} unless it
   * is set.
   */
  @Bean(destroyMethod = "close")
  @ConditionalOnProperty("counterfoil.books.url")
  BooksElsewhere booksElsewhere(Environment environment) {
    String token =
        environment.getProperty(
            "counterfoil.books.token", environment.getProperty("COUNTERFOIL_ADMIN_TOKEN", ""));
    if (token.isEmpty()) {
      throw new IllegalStateException(
          "Expected counterfoil.books.token, to ask at counterfoil.books.url with, but it is"
              + " missing");
    }
    return new BooksElsewhere(
        URI.create(environment.getRequiredProperty("counterfoil.books.url")), token);
  }

  @Bean
  BooksAtHand booksAtHand(ObjectProvider<BooksOverview> books) {
    return new BooksAtHand(books);
  }

  @Bean
  TillSessions tillSessions(EventLog log) {
    return new TillSessions(log);
  }

  @Bean
  FactsForInvoices factsForInvoices(
      Directory directory, Timetable timetable, OrganisationSettings settings) {
    return new FactsForInvoices(directory, timetable, settings);
  }

  @Bean
  InvoiceProcess invoiceProcess(
      @Qualifier("readerDataSource") DataSource reader,
      EventCodec codec,
      EventLog log,
      EventTail tail,
      IssuedInvoices invoices,
      FactsForInvoices facts,
      Lanes lanes) {
    return new InvoiceProcess(
        new InvoiceLog(JdbcClient.create(reader), codec), log, tail, invoices, facts, lanes);
  }

  @Bean
  SmartLifecycle closingProcess(
      ObjectProvider<BooksOverview> books, Lanes lanes, TimeOrderedIds ids, Clock clock) {
    return new ClosingsWhereBooksAre(
        books, overview -> new ClosingProcess(overview, lanes, ids::next, clock));
  }
}
