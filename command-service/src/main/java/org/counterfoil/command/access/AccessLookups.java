package org.counterfoil.command.access;

import org.counterfoil.eventstore.log.EventLog;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the endpoints of access look things up with. */
@Configuration(proxyBeanMethods = false)
class AccessLookups {

  @Bean
  IssuedTokens issuedTokens(EventLog log) {
    return new IssuedTokens(log);
  }
}
