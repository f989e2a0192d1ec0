package org.counterfoil.http;

import org.counterfoil.http.routing.RoutingConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * What both services import to behave as the HTTP contract says. A service gives beans of its own
 * for {@link org.counterfoil.http.access.AccessTable} and, where it needs them, {@link
 * org.counterfoil.http.problem.ProblemTranslation}; a {@link java.time.Clock} and {@link
 * org.counterfoil.http.access.AccessHistory} must be there.
 *
 * <p>Endpoint methods may take as arguments: {@link org.counterfoil.http.access.Access}, {@link
 * org.counterfoil.http.access.HttpCaller}, {@link org.counterfoil.http.observation.CorrelationId},
 * {@link org.counterfoil.http.position.MinPosition}, {@link
 * org.counterfoil.http.position.PageRequest}, and path variables and parameters of any {@link
 * org.counterfoil.domain.Identifier} or {@link org.counterfoil.domain.Text} type. Functional routes
 * use the types' own {@code of(request)}.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(HttpProperties.class)
@Import({
  AccessConfiguration.class,
  OpenApiConfiguration.class,
  RoutingConfiguration.class,
  TomcatConfiguration.class,
  WebConfiguration.class
})
public class HttpConfiguration {}
