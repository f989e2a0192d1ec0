package org.counterfoil.command.buyer;

import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.counterfoil.command.exchange.Timetable;
import org.counterfoil.eventstore.buyer.BuyerKeyStore;
import org.counterfoil.http.access.Secrets;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * Buyers' marks. {@code counterfoil.buyers.keys-kept} is how long after a performance's end its key
 * is destroyed (a day where nobody says otherwise), {@code counterfoil.buyers.sweep-every} how
 * often that is looked after.
 */
@Configuration(proxyBeanMethods = false)
public class BuyerConfiguration {

  @Bean
  BuyerKeyStore buyerKeyStore(@Qualifier("writerDataSource") DataSource writer) {
    return new BuyerKeyStore(writer);
  }

  @Bean
  BuyerMarks buyerMarks(
      BuyerKeyStore keys,
      Secrets secrets,
      Timetable timetable,
      Clock clock,
      Environment environment) {
    return new BuyerMarks(keys, secrets, timetable, clock, keptAfterEnd(environment));
  }

  @Bean
  BuyerKeySweep buyerKeySweep(
      BuyerKeyStore keys, Timetable timetable, Clock clock, Environment environment) {
    Duration every =
        environment.getProperty(
            "counterfoil.buyers.sweep-every", Duration.class, Duration.ofMinutes(10));
    return new BuyerKeySweep(
        keys, id -> timetable.of(id).endsAt(), clock, keptAfterEnd(environment), every);
  }

  private static Duration keptAfterEnd(Environment environment) {
    return environment.getProperty(
        "counterfoil.buyers.keys-kept", Duration.class, Duration.ofDays(1));
  }
}
