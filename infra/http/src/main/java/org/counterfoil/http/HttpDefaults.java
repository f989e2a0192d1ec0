package org.counterfoil.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.ResourcePropertySource;

/**
 * The settings of Spring Boot that the contract rests on ({@code counterfoil-http.properties}),
 * before anything reads them and after everything an operator says.
 */
final class HttpDefaults implements EnvironmentPostProcessor {

  @Override
  public void postProcessEnvironment(
      ConfigurableEnvironment environment, SpringApplication application) {
    try {
      environment
          .getPropertySources()
          .addLast(
              new ResourcePropertySource(new ClassPathResource("counterfoil-http.properties")));
    } catch (IOException missing) {
      throw new UncheckedIOException("Expected counterfoil-http.properties in the jar", missing);
    }
  }
}
