package org.counterfoil.query.audit.scope;

import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.PathParameter;
import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.organisation.OrganisationRejection;
import org.counterfoil.http.access.Access;
import org.counterfoil.http.position.MinPosition;
import org.counterfoil.http.problem.Inputs;
import org.counterfoil.http.problem.Problem;
import org.counterfoil.query.live.ReadPosition;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.core.MethodParameter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Reads {@link AskedAudit} from requests: permits, and waits for the position that was asked. */
final class AuditArgument
    implements HandlerMethodArgumentResolver, WebMvcConfigurer, GlobalOperationCustomizer {

  private static final String ORGANISATION = "organisationId";
  private static final String ZONE =
      "select time_zone from audit.organisation where organisation_id = ?";

  static {
    // springdoc keeps this in a static of its own.
    SpringDocUtils.getConfig().addRequestWrapperToIgnore(AskedAudit.class);
  }

  private final ReadPosition position;
  private final JdbcClient tables;
  private final RecordedReadings readings;

  AuditArgument(ReadPosition position, JdbcClient tables, RecordedReadings readings) {
    this.position = position;
    this.tables = tables;
    this.readings = readings;
  }

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(this);
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == AskedAudit.class;
  }

  @Override
  public AskedAudit resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binders) {
    HttpServletRequest servlet = request.getNativeRequest(HttpServletRequest.class);
    if (servlet == null) {
      throw new IllegalStateException("Expected a servlet request, but it is another");
    }
    OrganisationId organisation = organisation(servlet);
    Access.of(servlet).permit(organisation);
    long reached =
        position.await(MinPosition.of(servlet).value(), List.of(organisation.toString()));
    ZoneId zone =
        tables
            .sql(ZONE)
            .param(organisation.value())
            .query(String.class)
            .optional()
            .map(ZoneId::of)
            .orElseThrow(
                () ->
                    Problem.refused(
                            OrganisationRejection.UNKNOWN_ORGANISATION,
                            "Expected an organisation, but there is none with id " + organisation)
                        .exception());
    return new AskedAudit(
        organisation, zone, reached, new ReadingDoor(readings, position, servlet));
  }

  private static OrganisationId organisation(HttpServletRequest request) {
    Object variables = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
    Object id = variables instanceof Map<?, ?> named ? named.get(ORGANISATION) : null;
    return Inputs.id(ORGANISATION, String.valueOf(id), OrganisationId::new);
  }

  @Override
  public io.swagger.v3.oas.models.Operation customize(
      io.swagger.v3.oas.models.Operation operation, HandlerMethod endpoint) {
    if (Arrays.asList(endpoint.getMethod().getParameterTypes()).contains(AskedAudit.class)) {
      StringSchema id = new StringSchema();
      id.setFormat("uuid");
      id.addType("string");
      operation.addParametersItem(
          new PathParameter()
              .name(ORGANISATION)
              .description("Whose records about personal data")
              .schema(id));
    }
    return operation;
  }
}
