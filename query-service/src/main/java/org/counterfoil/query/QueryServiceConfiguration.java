package org.counterfoil.query;

import org.counterfoil.eventstore.log.EventLog;
import org.counterfoil.eventstore.log.EventTail;
import org.counterfoil.feed.EventFeed;
import org.counterfoil.feed.StoreTailFeed;
import org.counterfoil.http.HttpConfiguration;
import org.counterfoil.query.accounts.AccountsConfiguration;
import org.counterfoil.query.audit.AuditConfiguration;
import org.counterfoil.query.live.LiveConfiguration;
import org.counterfoil.query.operations.OperationsConfiguration;
import org.counterfoil.query.proof.ProofConfiguration;
import org.counterfoil.query.sales.SalesConfiguration;
import org.counterfoil.query.screen.ScreenConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.PropertySource;

/**
 * Everything that answers questions. Whoever imports it brings {@link
 * org.counterfoil.http.log.LogConfiguration}, whose beans the feed rests on, and the passwords of
 * the roles {@code counterfoil_reader}, {@code counterfoil_sales}, {@code counterfoil_accounts} and
 * {@code counterfoil_audit}.
 */
@Configuration(proxyBeanMethods = false)
@PropertySource("classpath:counterfoil-query.properties")
@Import({
  HttpConfiguration.class,
  KafkaCarrier.class,
  LiveConfiguration.class,
  OperationsConfiguration.class,
  ProofConfiguration.class,
  SalesConfiguration.class,
  AccountsConfiguration.class,
  AuditConfiguration.class,
  ScreenConfiguration.class
})
public class QueryServiceConfiguration {

  /** Events come from the log itself, unless {@code counterfoil.feed} says otherwise. */
  @Bean
  @ConditionalOnProperty(name = "counterfoil.feed", havingValue = "store", matchIfMissing = true)
  EventFeed eventFeed(EventLog log, EventTail tail) {
    return new StoreTailFeed(log, tail);
  }
}
