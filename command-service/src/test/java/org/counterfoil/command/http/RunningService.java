package org.counterfoil.command.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.counterfoil.command.CommandService;
import org.counterfoil.command.TestDatabase;
import org.counterfoil.eventstore.log.EventLog;
import org.counterfoil.eventstore.schema.DatabaseRoles;
import org.counterfoil.eventstore.time.DrivenClock;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/** The command service on a random port. */
final class RunningService implements Served, AutoCloseable {

  static final String ADMIN_TOKEN = "the-first-administrator-of-the-tests";

  static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);

  private final TestDatabase database;
  private final Path folder;
  private final Map<String, Object> more;
  private ConfigurableApplicationContext context;

  private RunningService(TestDatabase database, Path folder, Map<String, Object> more) {
    this.database = database;
    this.folder = folder;
    this.more = more;
    this.context = open();
  }

  static RunningService start() {
    return start(Map.of());
  }

  /** With settings of its own. */
  static RunningService start(Map<String, Object> more) {
    return over(new TestDatabase(), more);
  }

  /** One of several over the same database. */
  static RunningService over(TestDatabase database) {
    return over(database, Map.of());
  }

  private static RunningService over(TestDatabase database, Map<String, Object> more) {
    try {
      Path folder = Files.createTempDirectory("counterfoil-test");
      return new RunningService(database, folder, more);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Stops it and starts it again, on the same data. */
  void restart() {
    context.close();
    context = open();
  }

  /** The same, with one of its parts taken away. */
  void restartWithout(String bean) {
    context.close();
    context =
        open(
            part ->
                part.addBeanFactoryPostProcessor(
                    beans -> ((BeanDefinitionRegistry) beans).removeBeanDefinition(bean)));
  }

  private ConfigurableApplicationContext open() {
    return open(whole -> {});
  }

  private ConfigurableApplicationContext open(
      ApplicationContextInitializer<ConfigurableApplicationContext> change) {
    SpringApplication application = CommandService.application();
    application.addInitializers(change);
    Map<String, Object> settings = new HashMap<>();
    settings.put("server.port", "0");
    settings.put("spring.main.banner-mode", "off");
    settings.put("counterfoil.database.url", database.url());
    for (String role :
        new String[] {DatabaseRoles.WRITER, DatabaseRoles.READER, DatabaseRoles.VAULT}) {
      settings.put("counterfoil.database.passwords." + role, database.passwordOf(role));
    }
    settings.put("counterfoil.http.key", KEY);
    settings.put("counterfoil.data.path", folder.toString());
    settings.put("counterfoil.vault.master-key", masterKey().toString());
    settings.put("counterfoil.simulated-card-provider.enabled", "true");
    settings.put("counterfoil.forms.sign-ups", "40");
    settings.put("counterfoil.buyers.sweep-every", "200ms");
    settings.put("counterfoil.vault.review-every", "200ms");
    settings.put("counterfoil.waiting-room.sweep-every", "200ms");
    settings.put("COUNTERFOIL_ADMIN_TOKEN", ADMIN_TOKEN);
    settings.putAll(more);
    application.setDefaultProperties(settings);
    application.setRegisterShutdownHook(false); // it would race with that of PostgreSQL
    return application.run();
  }

  @Override
  public String url() {
    return "http://localhost:" + context.getEnvironment().getProperty("local.server.port");
  }

  /** The key of all personal data. */
  Path masterKey() {
    return folder.resolve("vault").resolve("master.json");
  }

  DrivenClock clock() {
    return context.getBean(DrivenClock.class);
  }

  EventLog log() {
    return context.getBean(EventLog.class);
  }

  <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  <T> Collection<T> beans(Class<T> type) {
    return context.getBeansOfType(type).values();
  }

  /** The lines of a file in the data folder. */
  List<String> lines(String file) {
    try {
      return Files.readAllLines(folder.resolve(file));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  TestDatabase database() {
    return database;
  }

  @Override
  public void close() {
    context.close();
    FileSystemUtils.deleteRecursively(folder.toFile());
  }
}
