package org.counterfoil.query.accounts.invoices;

import org.counterfoil.query.accounts.scope.BooksSnapshot;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Invoices and credit notes. */
@Configuration(proxyBeanMethods = false)
@Import(InvoicesEndpoint.class)
public class InvoicesConfiguration {

  @Bean
  InvoiceQueries invoiceQueries(BooksSnapshot snapshot) {
    return new InvoiceQueries(snapshot);
  }
}
