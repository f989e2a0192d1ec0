package org.counterfoil.query.accounts;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.counterfoil.eventstore.codec.EventCodec;
import org.counterfoil.eventstore.integrity.checkpoint.Checkpoints;
import org.counterfoil.feed.EventFeed;
import org.counterfoil.feed.projection.ProjectionRunner;
import org.counterfoil.feed.projection.ProjectionSettings;
import org.counterfoil.http.access.AccessTable;
import org.counterfoil.http.log.RolePool;
import org.counterfoil.query.live.ReadPosition;
import org.counterfoil.query.live.RunningProjection;
import org.counterfoil.query.screen.ScreenTexts;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The projection of the books, and what is answered from it. */
@Configuration(proxyBeanMethods = false)
@Import({
  AccountsDetailPageEndpoint.class,
  AccountsPageEndpoint.class,
  BooksEndpoint.class,
  ClosingsEndpoint.class,
  FecEndpoint.class,
  OpenBooksEndpoint.class,
  PapersEndpoint.class,
  PayoutsEndpoint.class,
  ReportsEndpoint.class,
  StatementsEndpoint.class
})
public class AccountsConfiguration {

  private static final String ROLE = "counterfoil_accounts";
  private static final int CONNECTIONS = 6;

  @Bean
  HikariDataSource accountsDataSource(Environment environment) {
    return RolePool.open(environment, ROLE, CONNECTIONS);
  }

  @Bean(initMethod = "start", destroyMethod = "close")
  ProjectionRunner accountsRunner(
      EventFeed feed,
      @Qualifier("accountsDataSource") HikariDataSource tables,
      EventCodec codec,
      MeterRegistry meters,
      Clock clock) {
    return new ProjectionRunner(
        new AccountsProjection(), feed, tables, codec, ProjectionSettings.USUAL, meters, clock);
  }

  @Bean
  RunningProjection runningAccounts(@Qualifier("accountsRunner") ProjectionRunner runner) {
    AccountsProjection projection = new AccountsProjection();
    return new RunningProjection(AccountsProjection.NAME, runner, projection.mayDiscard());
  }

  @Bean
  BooksSnapshot booksSnapshot(@Qualifier("accountsDataSource") HikariDataSource tables) {
    return new BooksSnapshot(tables);
  }

  @Bean
  BooksReads booksReads(
      @Qualifier("accountsRunner") ProjectionRunner runner,
      @Qualifier("accountsDataSource") HikariDataSource tables) {
    return new BooksReads(new ReadPosition(runner), JdbcClient.create(tables));
  }

  @Bean
  BooksArgument booksArgument(BooksReads reads, Clock clock) {
    return new BooksArgument(reads, clock);
  }

  @Bean
  JournalQueries journalQueries(BooksSnapshot snapshot) {
    return new JournalQueries(snapshot);
  }

  @Bean
  LedgerQueries ledgerQueries(BooksSnapshot snapshot) {
    return new LedgerQueries(snapshot);
  }

  @Bean
  OperationQueries operationQueries(BooksSnapshot snapshot) {
    return new OperationQueries(snapshot);
  }

  @Bean
  StatementQueries statementQueries(BooksSnapshot snapshot) {
    return new StatementQueries(snapshot);
  }

  @Bean
  SettlementQueries settlementQueries(BooksSnapshot snapshot, StatementQueries statements) {
    return new SettlementQueries(snapshot, statements);
  }

  @Bean
  OrganisationQueries organisationQueries(BooksSnapshot snapshot) {
    return new OrganisationQueries(snapshot);
  }

  @Bean
  FecExport fecExport(BooksSnapshot snapshot, JournalQueries journal) {
    return new FecExport(snapshot, journal);
  }

  @Bean
  DatevExport datevExport(JournalQueries journal) {
    return new DatevExport(journal);
  }

  /** Also what who closes books asks: {@link org.counterfoil.domain.accounting.BooksOverview}. */
  @Bean
  ClosingQueries closingQueries(
      BooksSnapshot snapshot,
      Checkpoints checkpoints,
      @Qualifier("accountsRunner") ProjectionRunner runner) {
    return new ClosingQueries(snapshot, checkpoints, runner);
  }

  @Bean
  Reports reports(
      JournalQueries journal,
      LedgerQueries ledgers,
      OperationQueries operations,
      StatementQueries statements,
      ClosingQueries closings) {
    return new Reports(journal, ledgers, operations, statements, closings);
  }

  @Bean
  TicketStories ticketStories(BooksSnapshot snapshot) {
    return new TicketStories(snapshot);
  }

  @Bean
  ShowTaxQueries showTaxQueries(BooksSnapshot snapshot) {
    return new ShowTaxQueries(snapshot);
  }

  @Bean
  PayoutQueries payoutQueries(BooksSnapshot snapshot) {
    return new PayoutQueries(snapshot);
  }

  @Bean
  ClosingArchive closingArchive(Reports reports) {
    return new ClosingArchive(reports);
  }

  @Bean
  ScreenTexts accountsTexts() {
    return new ScreenTexts("org.counterfoil.query.accounts.messages");
  }

  @Bean
  AccessTable accountsAccess() {
    return AccountsAccess.table();
  }
}
