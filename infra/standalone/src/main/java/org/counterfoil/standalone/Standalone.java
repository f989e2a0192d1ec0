package org.counterfoil.standalone;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the command service and the query service in one process. */
@SpringBootApplication(proxyBeanMethods = false)
public class Standalone {

  public static void main(String[] args) {
    SpringApplication.run(Standalone.class, args);
  }
}
