package org.counterfoil.query;

import java.util.Map;
import org.counterfoil.http.log.LogConfiguration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/** The query service as a process of its own, on port 8081 unless told otherwise. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({LogConfiguration.class, QueryServiceConfiguration.class})
public class QueryService {

  QueryService() {}

  public static void main(String[] arguments) {
    SpringApplication service = new SpringApplication(QueryService.class);
    service.setDefaultProperties(Map.of("server.port", "8081"));
    service.run(arguments);
  }
}
