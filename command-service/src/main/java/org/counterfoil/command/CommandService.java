package org.counterfoil.command;

import org.counterfoil.command.access.FirstAdministrator;
import org.counterfoil.command.store.SchemaMigration;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;

/**
 * The command service as a process of its own, on port 8080, over a PostgreSQL that {@link
 * org.counterfoil.command.store.DatabasePreparation} has prepared. Several may run over the same
 * one, with the same key file: each answers for every performance.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(CommandServiceConfiguration.class)
public class CommandService {

  public static void main(String[] args) {
    application().run(args);
  }

  /** What is started: migrates first, where it may, and is ready once somebody may come in. */
  public static SpringApplication application() {
    SpringApplication application = new SpringApplication(CommandService.class);
    application.addInitializers(
        new SchemaMigration(),
        context ->
            context
                .getBeanFactory()
                .registerSingleton("letting-in", (ApplicationRunner) arguments -> letIn(context)));
    return application;
  }

  private static void letIn(ApplicationContext context) {
    String token = context.getBean(FirstAdministrator.class).ensureToken();
    if (token != null) {
      System.out.println("Token of the platform administrator, shown this once: " + token);
    }
  }
}
