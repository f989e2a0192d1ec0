package org.counterfoil.command;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/**
 * The command service as a process of its own, on port 8080, beside a PostgreSQL whose schema the
 * owner's role has migrated.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(CommandServiceConfiguration.class)
public class CommandService {

  public static void main(String[] args) {
    SpringApplication.run(CommandService.class, args);
  }
}
