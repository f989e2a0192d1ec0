package org.counterfoil.command.payment.simulated;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.counterfoil.http.access.AccessTable;
import org.counterfoil.http.access.Route;
import org.counterfoil.http.access.Secrets;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpMethod;

/**
 * The simulated provider, where {@code counterfoil.simulated-card-provider.enabled} is true. It is
 * off by default: whoever can pay with it pays nothing. With {@code
 * counterfoil.simulated-card-provider.training-only} it takes payments of training performances and
 * of no other.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("counterfoil.simulated-card-provider.enabled")
public class SimulatedConfiguration {

  private static final String FILE = "counterfoil.simulated-card-provider.file";
  private static final String TRAINING_ONLY = "counterfoil.simulated-card-provider.training-only";
  private static final String FOLDER = "counterfoil.data.path";
  private static final String USUAL_NAME = "simulated-card-provider.jsonl";

  @Bean
  AccessTable simulatedRoutes() {
    return AccessTable.of(
        Route.open(HttpMethod.POST, "/simulated-card-provider/checkouts"),
        Route.open(HttpMethod.POST, "/simulated-card-provider/refunds"),
        Route.open(HttpMethod.GET, "/simulated-card-provider/checkouts/{paymentId}"),
        Route.open(HttpMethod.POST, "/simulated-card-provider/checkouts/{paymentId}/decision"));
  }

  @Bean
  SimulatedKeys simulatedKeys(Secrets secrets) {
    return SimulatedKeys.of(secrets);
  }

  @Bean
  Addresses simulatedAddresses(Environment environment) {
    return new Addresses(environment);
  }

  @Bean
  Signature simulatedSignature(SimulatedKeys keys) {
    return new Signature(keys.notifications());
  }

  @Bean
  SimulatedCardProvider simulatedCardProvider(
      Addresses addresses,
      SimulatedKeys keys,
      Signature signature,
      Clock clock,
      Environment environment) {
    return new SimulatedCardProvider(
        addresses,
        keys,
        signature,
        clock,
        environment.getProperty(TRAINING_ONLY, Boolean.class, false));
  }

  @Bean(destroyMethod = "close")
  Delivery simulatedDelivery(Signature signature, Addresses addresses, Clock clock) {
    return new Delivery(signature, addresses, clock);
  }

  @Bean(destroyMethod = "close")
  BankBooks simulatedBooks(Environment environment) {
    List<Journal.Step> earlier = new ArrayList<>();
    Path usual = Path.of(environment.getProperty(FOLDER, "./data"), USUAL_NAME);
    Path file = Path.of(environment.getProperty(FILE, usual.toString()));
    return new BankBooks(Journal.open(file, earlier), earlier);
  }

  /** The journal, open, and what was in it. */
  record BankBooks(Journal journal, List<Journal.Step> earlier) implements AutoCloseable {
    @Override
    public void close() {
      journal.close();
    }
  }

  @Bean
  Bank simulatedBank(BankBooks books, Delivery delivery) {
    AtomicReference<Bank> bank = new AtomicReference<>();
    bank.set(
        new Bank(
            books.journal(),
            books.earlier(),
            (notice, delay) -> delivery.send(notice, delay, heard -> bank.get().heard(heard))));
    return bank.get();
  }

  /** What was not heard is sent again once there is somebody to hear it. */
  @Bean
  ApplicationListener<ApplicationReadyEvent> simulatedResumption(Bank bank) {
    return ready -> bank.resume();
  }
}
