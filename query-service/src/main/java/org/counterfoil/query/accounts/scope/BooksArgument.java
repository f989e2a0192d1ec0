package org.counterfoil.query.accounts.scope;

import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.PathParameter;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.http.access.Access;
import org.counterfoil.http.position.MinPosition;
import org.counterfoil.http.problem.Inputs;
import org.counterfoil.http.problem.Problem;
import org.counterfoil.query.live.AsOf;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Reads {@link AskedBooks} from requests, and says in the contract's document what it reads. */
final class BooksArgument
    implements HandlerMethodArgumentResolver, WebMvcConfigurer, GlobalOperationCustomizer {

  static final String ORGANISATION = "organisationId";
  private static final String FROM = "from";
  private static final String TO = "to";
  private static final String AS_OF = "asOf";

  static {
    // springdoc keeps this in a static of its own.
    SpringDocUtils.getConfig().addRequestWrapperToIgnore(AskedBooks.class);
  }

  private final BooksReads reads;
  private final Clock clock;

  BooksArgument(BooksReads reads, Clock clock) {
    this.reads = reads;
    this.clock = clock;
  }

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(this);
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == AskedBooks.class;
  }

  @Override
  public AskedBooks resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binders) {
    HttpServletRequest servlet = request.getNativeRequest(HttpServletRequest.class);
    if (servlet == null) {
      throw new IllegalStateException("Expected a servlet request, but it is another");
    }
    OrganisationId organisation = organisation(servlet);
    BooksScope scope =
        new BooksScope(
            organisation,
            day(servlet, FROM),
            day(servlet, TO),
            AsOf.asked(servlet.getParameter(AS_OF), clock));
    long reached =
        reads.reached(organisation, MinPosition.of(servlet), scope.asOf(), Access.of(servlet));
    return new AskedBooks(scope, reached);
  }

  private static OrganisationId organisation(HttpServletRequest request) {
    Object variables = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
    Object id = variables instanceof Map<?, ?> named ? named.get(ORGANISATION) : null;
    return Inputs.id(ORGANISATION, String.valueOf(id), OrganisationId::new);
  }

  private static @Nullable LocalDate day(HttpServletRequest request, String name) {
    String text = request.getParameter(name);
    try {
      return text == null || text.isEmpty() ? null : LocalDate.parse(text);
    } catch (DateTimeParseException none) {
      throw Problem.invalid(name, "Expected a day such as 2026-12-01, but it is none").exception();
    }
  }

  @Override
  public io.swagger.v3.oas.models.Operation customize(
      io.swagger.v3.oas.models.Operation operation, HandlerMethod endpoint) {
    if (Arrays.asList(endpoint.getMethod().getParameterTypes()).contains(AskedBooks.class)) {
      operation.addParametersItem(
          described(new PathParameter().name(ORGANISATION), "uuid", "Whose books"));
      operation.addParametersItem(
          described(new QueryParameter().name(FROM), "date", "The first day"));
      operation.addParametersItem(described(new QueryParameter().name(TO), "date", "The last day"));
      operation.addParametersItem(
          described(
              new QueryParameter().name(AS_OF),
              null,
              "A position of the log or a time: the books as they stood after it. The newest where"
                  + " it is missing."));
    }
    return operation;
  }

  private static Parameter described(
      Parameter parameter, @Nullable String format, String description) {
    StringSchema schema = new StringSchema();
    schema.setFormat(format);
    schema.addType("string");
    return parameter.schema(schema).description(description);
  }
}
