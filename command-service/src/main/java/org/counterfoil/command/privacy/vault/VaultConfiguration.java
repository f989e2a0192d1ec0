package org.counterfoil.command.privacy.vault;

import com.google.crypto.tink.KmsClient;
import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.counterfoil.eventstore.log.EventLog;
import org.counterfoil.eventstore.schema.DatabaseRoles;
import org.counterfoil.http.log.RolePool;
import org.counterfoil.vault.FollowedLog;
import org.counterfoil.vault.MasterKey;
import org.counterfoil.vault.MasterKeyFile;
import org.counterfoil.vault.Suppressions;
import org.counterfoil.vault.Vault;
import org.counterfoil.vault.VaultUnavailable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;

/** The vault in every command service that has its key. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(VaultProperties.class)
class VaultConfiguration {

  private static final Logger LOG = LoggerFactory.getLogger(VaultConfiguration.class);
  private static final int CONNECTIONS = 4;

  private static final OpenedVault.Guard NOTHING_TO_GUARD =
      new OpenedVault.Guard() {
        @Override
        public void beforeOpening() {}

        @Override
        public void afterOpening(Vault vault) {}
      };

  /** Closed with the context, where it was opened. */
  record VaultPool(HikariDataSource source) implements AutoCloseable {
    @Override
    public void close() {
      source.close();
    }
  }

  @Bean
  OpenedVault openedVault(
      VaultProperties properties,
      ObjectProvider<VaultPool> pool,
      ObjectProvider<KmsClient> clients,
      EventLog log) {
    Path file = properties.masterKey();
    String uri = properties.kmsUri();
    if (file == null && uri == null) {
      LOG.warn("This process takes no personal data: counterfoil.vault names no master key");
      return new OpenedVault(null, VaultConfiguration::none, NOTHING_TO_GUARD);
    }
    KeyServices services =
        new KeyServices(clients, properties.kmsClient(), properties.kmsCredentials());
    Supplier<MasterKey> master = () -> master(file, uri, services);
    DataSource source = pool.getObject().source();
    EndedAgain ended = new EndedAgain(log, vault -> new Suppressions(source, vault));
    return new OpenedVault(source, master, new ErasedAgain(log, new FollowedLog(source), ended));
  }

  @Bean
  @Lazy
  VaultPool vaultPool(Environment environment) {
    return new VaultPool(RolePool.open(environment, DatabaseRoles.VAULT, CONNECTIONS));
  }

  private static MasterKey none() {
    throw new VaultUnavailable("Expected a master key, but none is set", null);
  }

  private static MasterKey master(@Nullable Path file, @Nullable String uri, KeyServices services) {
    if (uri == null) {
      return MasterKeyFile.open(Objects.requireNonNull(file));
    }
    MasterKey elsewhere = MasterKey.of(services.of(uri), uri);
    return file == null || Files.notExists(file)
        ? elsewhere
        : elsewhere.inPlaceOf(MasterKeyFile.open(file));
  }

  @Bean
  HealthIndicator vaultHealthIndicator(OpenedVault vault) {
    return new VaultHealth(vault);
  }

  /** 1 while the vault answers, else 0; asked when it is read. */
  @Bean
  Gauge vaultGauge(OpenedVault vault, MeterRegistry registry) {
    return Gauge.builder(
            "counterfoil.vault.open", vault, one -> new VaultHealth(one).isOpen() ? 1 : 0)
        .register(registry);
  }

  @Bean
  VaultProblems vaultProblems() {
    return new VaultProblems();
  }

  @Bean
  RewrapProcess rewrapProcess(OpenedVault vault, Clock clock, Environment environment) {
    return new RewrapProcess(
        vault,
        clock,
        environment.getProperty(
            "counterfoil.vault.review-every", Duration.class, Duration.ofMinutes(1)));
  }
}
