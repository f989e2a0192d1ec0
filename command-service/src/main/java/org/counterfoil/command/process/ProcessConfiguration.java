package org.counterfoil.command.process;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import javax.sql.DataSource;
import org.counterfoil.command.lane.Lanes;
import org.counterfoil.command.order.OrderHistory;
import org.counterfoil.command.payment.PaymentProviders;
import org.counterfoil.command.payment.ProviderNews;
import org.counterfoil.eventstore.codec.EventCodec;
import org.counterfoil.eventstore.id.TimeOrderedIds;
import org.counterfoil.eventstore.log.EventLog;
import org.counterfoil.eventstore.log.EventTail;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Starts the processes. */
@Configuration(proxyBeanMethods = false)
class ProcessConfiguration {

  @Bean
  RefundProcess refundProcess(
      @Qualifier("readerDataSource") DataSource reader,
      EventCodec codec,
      EventTail tail,
      PaymentProviders providers,
      ProviderNews news,
      MeterRegistry registry,
      Clock clock) {
    RefundProcess process =
        new RefundProcess(
            new RefundLog(JdbcClient.create(reader), codec), tail, providers, news, clock);
    Gauge.builder("counterfoil.refunds.due", process, RefundProcess::dueCount)
        .description("Refunds owed by a provider and not confirmed")
        .register(registry);
    return process;
  }

  @Bean
  PaymentWatch paymentWatch(
      @Qualifier("readerDataSource") DataSource reader,
      EventCodec codec,
      EventLog log,
      EventTail tail,
      OrderHistory orders,
      PaymentProviders providers,
      ProviderNews news,
      Clock clock) {
    return new PaymentWatch(
        new PaymentLog(JdbcClient.create(reader), codec),
        log,
        tail,
        orders,
        providers,
        news,
        clock);
  }

  @Bean
  CancellationLog cancellationLog(
      @Qualifier("readerDataSource") DataSource reader, EventCodec codec, EventLog log) {
    return new CancellationLog(JdbcClient.create(reader), codec, log);
  }

  @Bean
  CancellationProcess cancellationProcess(
      CancellationLog cancellations,
      EventLog log,
      EventTail tail,
      OrderHistory orders,
      Lanes lanes,
      TimeOrderedIds ids) {
    return new CancellationProcess(cancellations, log, tail, orders, lanes, ids);
  }
}
