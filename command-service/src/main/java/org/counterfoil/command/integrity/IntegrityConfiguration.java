package org.counterfoil.command.integrity;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.counterfoil.eventstore.integrity.checkpoint.LogKeys;
import org.counterfoil.eventstore.integrity.growth.CheckpointDelivery;
import org.counterfoil.eventstore.integrity.growth.IntegritySettings;
import org.counterfoil.eventstore.integrity.growth.LogIntegrity;
import org.counterfoil.eventstore.log.EventTail;
import org.counterfoil.eventstore.schema.DatabaseRoles;
import org.counterfoil.http.log.RolePool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * The proof of the log, in every command service that has the keys ({@code
 * counterfoil.integrity.keys}); one of them leads. All that have them must have the same.
 */
@Configuration(proxyBeanMethods = false)
class IntegrityConfiguration {

  private static final Logger LOG = LoggerFactory.getLogger(IntegrityConfiguration.class);
  private static final String KEYS = "counterfoil.integrity.keys";

  /** The leader's, one to find the leader's lock with, and one for sending. */
  private static final int CONNECTIONS = 3;

  IntegrityConfiguration(Environment environment) {
    if (!environment.containsProperty(KEYS)) {
      LOG.warn("This process signs no checkpoints of the log: {} names no folder", KEYS);
    }
  }

  /** Where there are keys. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnProperty(KEYS)
  @EnableConfigurationProperties(IntegrityProperties.class)
  static class Signing {

    @Bean
    HikariDataSource integrityDataSource(Environment environment) {
      return RolePool.open(environment, DatabaseRoles.INTEGRITY, CONNECTIONS);
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    LogIntegrity logIntegrity(
        IntegrityProperties properties,
        @Qualifier("integrityDataSource") HikariDataSource source,
        Clock clock) {
      return new LogIntegrity(
          source,
          LogKeys.open(properties.keys()),
          clock,
          IntegritySettings.signingEvery(properties.every()));
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    @ConditionalOnProperty("counterfoil.integrity.webhook.url")
    CheckpointDelivery checkpointDelivery(
        IntegrityProperties properties,
        @Qualifier("integrityDataSource") HikariDataSource source,
        LogIntegrity integrity,
        Clock clock) {
      IntegrityProperties.Webhook webhook = properties.webhook();
      if (webhook == null) {
        throw new IllegalStateException("Expected the webhook's settings, but they are missing");
      }
      return new CheckpointDelivery(
          webhook.settings(), source, () -> integrity.status().isLeader(), clock);
    }

    @Bean
    HealthIndicator integrityHealthIndicator(
        LogIntegrity integrity, ObjectProvider<CheckpointDelivery> delivery) {
      return new IntegrityHealth(integrity, delivery.getIfAvailable());
    }

    @Bean
    IntegrityMetrics integrityMetrics(
        LogIntegrity integrity,
        ObjectProvider<CheckpointDelivery> delivery,
        EventTail tail,
        MeterRegistry registry) {
      return IntegrityMetrics.register(integrity, delivery.getIfAvailable(), tail, registry);
    }
  }
}
