package org.counterfoil.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.counterfoil.command.CommandService;
import org.counterfoil.embedded.LocalKafka;
import org.counterfoil.embedded.LocalPostgres;
import org.counterfoil.eventstore.schema.DatabasePreparation;
import org.counterfoil.query.QueryService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The large set-up: two command services and a query service, each a process of its own, over a
 * PostgreSQL and a Kafka that are somebody else's.
 */
class SeparateProcessesTest {

  private static final String DATABASE = "counterfoil";

  @TempDir private Path folder;
  private int started;

  @Test
  void twoCommandServicesSellTheSameSeatsOnce_andTheQueryServiceHearsOfItOverKafka()
      throws Exception {
    try (LocalPostgres postgres = LocalPostgres.temporary();
        LocalKafka kafka = LocalKafka.start(folder.resolve("kafka"))) {
      prepare(postgres);
      String database = "--counterfoil.database.url=" + postgres.jdbcUrl(DATABASE);
      try (ServiceProcess one = command(database).awaitReadiness();
          ServiceProcess two = command(database);
          ServiceProcess query =
              service(
                  QueryService.class,
                  database,
                  "--counterfoil.feed=kafka",
                  "--counterfoil.kafka.bootstrap=" + kafka.bootstrapServers())) {
        two.awaitReadiness();
        query.awaitReadiness();
        sellFromBoth(one, two, new Shop(query.port()));
      }
    }
  }

  private void sellFromBoth(ServiceProcess one, ServiceProcess two, Shop questions)
      throws Exception {
    Shop first = new Shop(one.port());
    Shop second = new Shop(two.port());
    String performance = first.openPerformance(10);
    for (int seat = 1; seat <= 4; seat++) {
      assertThat((seat % 2 == 0 ? first : second).sell(performance, seat).status()).isEqualTo(201);
    }
    assertThat(second.sell(performance, 2).status()).isEqualTo(409);
    long position = second.hold(performance, 5).position();

    assertThat(
            questions.get("/dashboards/performances/" + performance, position).at("/sold").asInt())
        .isEqualTo(4);

    one.kill();
    Shop.Reply last = second.sell(performance, 6);
    assertThat(last.status()).isEqualTo(201);
    await()
        .atMost(Duration.ofSeconds(10))
        .until(
            () ->
                questions
                        .get("/dashboards/performances/" + performance, last.position())
                        .at("/sold")
                        .asInt()
                    == 5);
    long sold = last.position();
    String proof = "/log/proofs/inclusion?position=" + sold + "&treeSize=" + (sold + 1);
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> questions.send("GET", proof, Map.of(), null).status() == 200);
  }

  private void prepare(LocalPostgres postgres) throws Exception {
    postgres.createDatabaseIfMissing(DATABASE);
    PGSimpleDataSource superuser = new PGSimpleDataSource();
    superuser.setUrl(postgres.jdbcUrl(DATABASE));
    superuser.setUser(postgres.superuser());
    superuser.setPassword(postgres.superuserPassword());
    DatabasePreparation.prepare(superuser, folder.resolve("passwords"));
  }

  private ServiceProcess command(String database) {
    return service(
        CommandService.class,
        database,
        "--counterfoil.http.create-key-file=true",
        "--counterfoil.integrity.keys=" + folder.resolve("secrets").resolve("log"));
  }

  private ServiceProcess service(Class<?> main, String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.add("--spring.config.import=configtree:" + folder.resolve("passwords") + "/");
    all.add("--counterfoil.http.key-file=" + folder.resolve("secrets").resolve("http.key"));
    all.add("--counterfoil.data.path=" + folder.resolve("service-" + started++));
    return ServiceProcess.start(main, all.toArray(String[]::new));
  }
}
