package org.counterfoil.query.accounts.vouchers;

import org.counterfoil.query.accounts.scope.BooksSnapshot;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Vouchers. */
@Configuration(proxyBeanMethods = false)
@Import(VouchersEndpoint.class)
public class VouchersConfiguration {

  @Bean
  VoucherQueries voucherQueries(BooksSnapshot snapshot) {
    return new VoucherQueries(snapshot);
  }
}
