package org.counterfoil.command.code;

import org.counterfoil.http.access.Secrets;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The codes of tickets, vouchers and passes, under the key of all secrets. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TicketCodeProperties.class)
public class TicketCodeConfiguration {

  @Bean
  VoucherCodes voucherCodes(Secrets secrets) {
    return new VoucherCodes(secrets);
  }

  @Bean
  PassCodes passCodes(Secrets secrets) {
    return new PassCodes(secrets);
  }

  @Bean
  TicketCodes ticketCodes(Secrets secrets, TicketCodeProperties properties) {
    return new TicketCodes(secrets, properties.oldestKey(), properties.newestKey());
  }
}
