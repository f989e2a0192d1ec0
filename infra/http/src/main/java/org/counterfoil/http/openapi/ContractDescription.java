package org.counterfoil.http.openapi;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.List;
import java.util.Map;
import org.counterfoil.domain.access.Role;
import org.counterfoil.http.access.Access;
import org.counterfoil.http.access.AccessTable;
import org.counterfoil.http.access.Route;
import org.counterfoil.http.access.Who;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;

/**
 * Adds to every operation what the contract says of all of them: who may, which headers, how errors
 * look. Who may comes from the {@link AccessTable}, so that the document cannot differ from it.
 */
public final class ContractDescription implements GlobalOpenApiCustomizer {

  private static final String BEARER = "bearer";
  private static final String COOKIE = "session";

  private final AccessTable table;

  public ContractDescription(AccessTable table) {
    this.table = table;
  }

  @Override
  public void customise(OpenAPI document) {
    document.info(
        new Info()
            .title("Counterfoil")
            .version("1")
            .license(new License().name("Apache-2.0").identifier("Apache-2.0")));
    // The address is where the document came from; naming it would only name a proxy's inside.
    document.servers(null);
    if (document.getComponents() == null) {
      document.components(new Components());
    }
    schemes().forEach(document.getComponents()::addSecuritySchemes);
    SharedParts.all(document.getComponents());
    if (document.getPaths() != null) {
      document.getPaths().forEach(this::describe);
    }
  }

  private void describe(String path, PathItem item) {
    item.readOperationsMap()
        .forEach((method, operation) -> describe(method.name(), path, operation));
  }

  private void describe(String method, String path, Operation operation) {
    operation.addParametersItem(parameter(SharedParts.CORRELATION_ID));
    switch (method) {
      case "POST" -> operation.addParametersItem(parameter(SharedParts.IDEMPOTENCY_KEY));
      case "GET" -> operation.addParametersItem(parameter(SharedParts.MIN_POSITION));
      default -> {}
    }
    ApiResponses responses =
        operation.getResponses() == null ? new ApiResponses() : operation.getResponses();
    responses.forEach((status, response) -> addHeaders(response));
    responses.putIfAbsent("default", new ApiResponse().$ref(SharedParts.PROBLEM));
    operation.responses(responses);
    Route route = table.find(method, path);
    if (route != null) {
      secure(route, operation);
    }
  }

  private static void addHeaders(ApiResponse response) {
    if (response.get$ref() == null) {
      SharedParts.headers().forEach(response::addHeaderObject);
    }
  }

  private static void secure(Route route, Operation operation) {
    switch (route.who()) {
      case Who.Everybody everybody -> operation.security(List.of());
      case Who.AnyKnown known -> known(operation);
      case Who.PlatformAdmin platform -> {
        known(operation);
        operation.addExtension("x-roles", List.of(Role.PLATFORM_ADMIN.name()));
      }
      case Who.Having having -> {
        known(operation);
        operation.addExtension("x-roles", names(having));
      }
      case Who.SecretHolder holder -> {
        operation.addSecurityItem(new SecurityRequirement().addList(Access.HOLD_SECRET));
        operation.addSecurityItem(new SecurityRequirement().addList(Access.ORDER_SECRET));
        if (!holder.orRoles().isEmpty()) {
          known(operation);
          operation.addExtension("x-roles", names(holder));
        }
      }
    }
  }

  private static void known(Operation operation) {
    operation.addSecurityItem(new SecurityRequirement().addList(BEARER));
    operation.addSecurityItem(new SecurityRequirement().addList(COOKIE));
  }

  private static List<String> names(Who.Having having) {
    return having.roles().stream().map(Role::name).sorted().toList();
  }

  private static List<String> names(Who.SecretHolder holder) {
    return holder.orRoles().stream().map(Role::name).sorted().toList();
  }

  private static Parameter parameter(String name) {
    return new Parameter().$ref("#/components/parameters/" + name);
  }

  private static Map<String, SecurityScheme> schemes() {
    return Map.of(
        BEARER,
        new SecurityScheme()
            .type(SecurityScheme.Type.HTTP)
            .scheme("bearer")
            .description("An API token, for programs."),
        COOKIE,
        new SecurityScheme()
            .type(SecurityScheme.Type.APIKEY)
            .in(SecurityScheme.In.COOKIE)
            .name("counterfoil-session")
            .description("A login session, for people; __Host-counterfoil-session by https."),
        Access.HOLD_SECRET,
        secret(Access.HOLD_SECRET, "The secret that the hold was answered with."),
        Access.ORDER_SECRET,
        secret(Access.ORDER_SECRET, "The secret that the order was answered with."));
  }

  private static SecurityScheme secret(String header, String description) {
    return new SecurityScheme()
        .type(SecurityScheme.Type.APIKEY)
        .in(SecurityScheme.In.HEADER)
        .name(header)
        .description(description);
  }
}
