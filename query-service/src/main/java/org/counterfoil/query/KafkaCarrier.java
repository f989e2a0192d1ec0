package org.counterfoil.query;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import org.counterfoil.eventstore.codec.EventCodec;
import org.counterfoil.eventstore.log.EventLog;
import org.counterfoil.eventstore.log.EventTail;
import org.counterfoil.feed.EventFeed;
import org.counterfoil.feed.kafka.KafkaFeed;
import org.counterfoil.feed.kafka.KafkaRelay;
import org.counterfoil.feed.kafka.KafkaTopic;
import org.counterfoil.feed.kafka.RelaySettings;
import org.counterfoil.http.log.RolePool;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * With {@code counterfoil.feed=kafka} events come over Kafka, at {@code
 * counterfoil.kafka.bootstrap}. Every such process stands by to relay the log to it, as {@code
 * counterfoil_operations}; one leads.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "counterfoil.feed", havingValue = "kafka")
class KafkaCarrier {

  private static final String ROLE = "counterfoil_operations";

  /** One is kept while leading, one tries to. */
  private static final int CONNECTIONS = 2;

  @Bean
  KafkaTopic kafkaTopic(Environment environment) {
    return KafkaTopic.on(environment.getRequiredProperty("counterfoil.kafka.bootstrap"));
  }

  @Bean(destroyMethod = "close")
  EventFeed kafkaFeed(KafkaTopic topic, EventCodec codec) {
    return new KafkaFeed(topic, codec);
  }

  @Bean
  HikariDataSource relayDataSource(Environment environment) {
    return RolePool.open(environment, ROLE, CONNECTIONS);
  }

  @Bean(initMethod = "start", destroyMethod = "close")
  KafkaRelay kafkaRelay(
      KafkaTopic topic,
      EventLog log,
      EventTail tail,
      @Qualifier("relayDataSource") HikariDataSource progress,
      MeterRegistry registry) {
    return new KafkaRelay(topic, log, tail, progress, RelaySettings.USUAL, registry);
  }
}
