package org.counterfoil.standalone;

import java.util.Map;
import org.counterfoil.command.CommandServiceConfiguration;
import org.counterfoil.embedded.LocalPostgres;
import org.counterfoil.query.QueryServiceConfiguration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * The whole of Counterfoil in one process: both services on one port, and a PostgreSQL of its own
 * that is kept in the data folder.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@ComponentScan
@Import({CommandServiceConfiguration.class, QueryServiceConfiguration.class})
public class Standalone {

  public static void main(String[] args) {
    start(args);
  }

  /** Starts everything; PostgreSQL ends after the context, when the JVM does. */
  static ConfigurableApplicationContext start(String... args) {
    DataFolder folder = DataFolder.named(args);
    SpringApplication application = new SpringApplication(Standalone.class);
    application.setDefaultProperties(Map.of("counterfoil.data.path", folder.path().toString()));
    application.addInitializers(context -> bringUp(folder, context.getEnvironment()));
    return application.run(args);
  }

  private static void bringUp(DataFolder folder, ConfigurableEnvironment environment) {
    boolean isDemonstration =
        folder.isNew() && environment.getProperty(Opening.DEMONSTRATION, Boolean.class, true);
    LocalPostgres postgres = LocalPostgres.start(folder.path());
    if (isDemonstration) {
      folder.markDriven();
    }
    SpringApplication.getShutdownHandlers().add(postgres::close);
    OneMachine.prepare(postgres);
    environment
        .getPropertySources()
        .addLast(new MapPropertySource("one machine", OneMachine.settings(folder, postgres)));
  }
}
