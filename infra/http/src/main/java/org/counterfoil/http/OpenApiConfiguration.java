package org.counterfoil.http;

import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import java.util.Arrays;
import org.counterfoil.http.AccessConfiguration.Routes;
import org.counterfoil.http.access.Access;
import org.counterfoil.http.access.HttpCaller;
import org.counterfoil.http.observation.CorrelationId;
import org.counterfoil.http.openapi.ContractDescription;
import org.counterfoil.http.openapi.DomainSchemas;
import org.counterfoil.http.position.MinPosition;
import org.counterfoil.http.position.PageRequest;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The contract as a document: OpenAPI 3.1 at {@code /v3/api-docs}, from the running code. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {

  static {
    // springdoc keeps this in a static of its own.
    SpringDocUtils.getConfig()
        .addRequestWrapperToIgnore(
            Access.class,
            HttpCaller.class,
            CorrelationId.class,
            MinPosition.class,
            PageRequest.class);
  }

  @Bean
  GlobalOpenApiCustomizer contractDescription(Routes routes) {
    return new ContractDescription(routes.table());
  }

  @Bean
  DomainSchemas domainSchemas() {
    return new DomainSchemas();
  }

  /** Endpoints that take a {@link PageRequest} take two parameters. */
  @Bean
  GlobalOperationCustomizer pages() {
    return (operation, endpoint) -> {
      if (Arrays.asList(endpoint.getMethod().getParameterTypes()).contains(PageRequest.class)) {
        operation.addParametersItem(query("limit", "integer", "1 to 500; 100 if missing."));
        operation.addParametersItem(query("cursor", "string", "Of the page before."));
      }
      return operation;
    };
  }

  private static Parameter query(String name, String type, String description) {
    Schema<?> schema = new Schema<>();
    schema.setType(type);
    schema.addType(type);
    return new QueryParameter().name(name).schema(schema).description(description);
  }
}
