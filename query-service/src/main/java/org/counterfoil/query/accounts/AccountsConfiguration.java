package org.counterfoil.query.accounts;

import org.counterfoil.http.access.AccessTable;
import org.counterfoil.query.accounts.agents.AgentsConfiguration;
import org.counterfoil.query.accounts.closings.ClosingsConfiguration;
import org.counterfoil.query.accounts.exports.ExportsConfiguration;
import org.counterfoil.query.accounts.invoices.InvoicesConfiguration;
import org.counterfoil.query.accounts.journal.JournalConfiguration;
import org.counterfoil.query.accounts.ledgers.LedgersConfiguration;
import org.counterfoil.query.accounts.pages.PagesConfiguration;
import org.counterfoil.query.accounts.papers.PapersConfiguration;
import org.counterfoil.query.accounts.passes.PassesConfiguration;
import org.counterfoil.query.accounts.payouts.PayoutsConfiguration;
import org.counterfoil.query.accounts.posting.PostingConfiguration;
import org.counterfoil.query.accounts.reports.ReportsConfiguration;
import org.counterfoil.query.accounts.revenue.RevenueConfiguration;
import org.counterfoil.query.accounts.scope.ScopeConfiguration;
import org.counterfoil.query.accounts.showtax.ShowTaxConfiguration;
import org.counterfoil.query.accounts.statements.StatementsConfiguration;
import org.counterfoil.query.accounts.story.StoryConfiguration;
import org.counterfoil.query.accounts.tills.TillsConfiguration;
import org.counterfoil.query.accounts.vouchers.VouchersConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The books, and what is answered from them: a folder for each question. */
@Configuration(proxyBeanMethods = false)
@Import({
  PostingConfiguration.class,
  ScopeConfiguration.class,
  JournalConfiguration.class,
  StoryConfiguration.class,
  LedgersConfiguration.class,
  ShowTaxConfiguration.class,
  StatementsConfiguration.class,
  PayoutsConfiguration.class,
  InvoicesConfiguration.class,
  TillsConfiguration.class,
  VouchersConfiguration.class,
  AgentsConfiguration.class,
  PassesConfiguration.class,
  ClosingsConfiguration.class,
  ReportsConfiguration.class,
  RevenueConfiguration.class,
  ExportsConfiguration.class,
  PapersConfiguration.class,
  PagesConfiguration.class
})
public class AccountsConfiguration {

  @Bean
  AccessTable accountsAccess() {
    return AccountsAccess.table();
  }
}
