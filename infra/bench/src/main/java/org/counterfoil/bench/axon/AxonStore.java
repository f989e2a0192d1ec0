package org.counterfoil.bench.axon;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.eventsourcing.eventstore.jpa.SQLStateResolver;
import org.axonframework.messaging.annotation.ClasspathParameterResolverFactory;
import org.axonframework.messaging.annotation.MultiParameterResolverFactory;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.messaging.annotation.SimpleResourceParameterResolverFactory;
import org.axonframework.modelling.command.AggregateAnnotationCommandHandler;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.counterfoil.bench.Stage;
import org.counterfoil.domain.seating.SeatingPlans;
import org.counterfoil.eventstore.codec.DomainJson;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** Axon's parts, put together as its reference guide does. */
final class AxonStore implements AutoCloseable {

  private static final int CONNECTIONS = 64;

  private final HikariDataSource pool;
  private final SimpleCommandBus bus;

  AxonStore(Stage stage, String database, SeatingPlans plans) {
    this.pool = pool(stage, database);
    TransactionManager transactions =
        new SpringTransactionManager(new JdbcTransactionManager(pool));
    Jackson3Serializer serializer =
        Jackson3Serializer.builder().jsonMapperBuilderCustomizer(DomainJson::strict).build();
    JdbcEventStorageEngine engine =
        JdbcEventStorageEngine.builder()
            .connectionProvider(
                new UnitOfWorkAwareConnectionProviderWrapper(
                    new SpringDataSourceConnectionProvider(pool)))
            .transactionManager(transactions)
            .eventSerializer(serializer)
            .snapshotSerializer(serializer)
            .persistenceExceptionResolver(new SQLStateResolver("23505"))
            .build();
    engine.createSchema(PostgresEventTableFactory.INSTANCE);
    ParameterResolverFactory parameters =
        MultiParameterResolverFactory.ordered(
            ClasspathParameterResolverFactory.forClass(SeatedPerformance.class),
            new SimpleResourceParameterResolverFactory(List.of(plans)));
    EventSourcingRepository<SeatedPerformance> repository =
        EventSourcingRepository.builder(SeatedPerformance.class)
            .eventStore(EmbeddedEventStore.builder().storageEngine(engine).build())
            .parameterResolverFactory(parameters)
            .cache(new StrongCache())
            .build();
    this.bus = SimpleCommandBus.builder().transactionManager(transactions).build();
    AggregateAnnotationCommandHandler.<SeatedPerformance>builder()
        .aggregateType(SeatedPerformance.class)
        .parameterResolverFactory(parameters)
        .repository(repository)
        .build()
        .subscribe(bus);
  }

  private static HikariDataSource pool(Stage stage, String database) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(stage.postgres().jdbcUrl(database));
    config.setUsername(stage.postgres().superuser());
    config.setPassword(stage.postgres().superuserPassword());
    config.setMaximumPoolSize(CONNECTIONS);
    config.setConnectionTimeout(120_000);
    return new HikariDataSource(config);
  }

  /** What the handler answered; its exception as the cause of one that says so. */
  Object send(Object command) {
    AtomicReference<@Nullable CommandResultMessage<?>> answer = new AtomicReference<>();
    bus.dispatch(
        GenericCommandMessage.asCommandMessage(command), (sent, result) -> answer.set(result));
    CommandResultMessage<?> result = answer.get();
    if (result == null || result.isExceptional()) {
      throw new IllegalStateException(
          "Expected " + command + " to be handled, but it was not",
          result == null ? null : result.exceptionResult());
    }
    return result.getPayload();
  }

  @Override
  public void close() {
    pool.close();
  }
}
