package org.counterfoil.query.accounts.scope;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import org.counterfoil.feed.projection.ProjectionRunner;
import org.counterfoil.query.live.ReadPosition;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What every question about the books begins with. */
@Configuration(proxyBeanMethods = false)
public class ScopeConfiguration {

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
  OrganisationQueries organisationQueries(BooksSnapshot snapshot) {
    return new OrganisationQueries(snapshot);
  }
}
