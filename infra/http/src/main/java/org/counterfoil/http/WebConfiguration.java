package org.counterfoil.http;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import org.counterfoil.eventstore.codec.DomainJson;
import org.counterfoil.eventstore.id.TimeOrderedIds;
import org.counterfoil.http.AccessConfiguration.Routes;
import org.counterfoil.http.access.AccessInterceptor;
import org.counterfoil.http.access.Secrets;
import org.counterfoil.http.access.TableMethods;
import org.counterfoil.http.observation.AccessLog;
import org.counterfoil.http.observation.ObservationFilter;
import org.counterfoil.http.position.Cursors;
import org.counterfoil.http.problem.InputConversion;
import org.counterfoil.http.problem.ProblemAnswers;
import org.counterfoil.http.problem.ProblemFilter;
import org.counterfoil.http.problem.ProblemPage;
import org.counterfoil.http.problem.ProblemResolver;
import org.counterfoil.http.problem.ProblemTranslation;
import org.counterfoil.http.problem.ThrownProblem;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.format.FormatterRegistry;
import org.springframework.http.converter.HttpMessageConverters.ServerBuilder;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

/** What stands between the router and the endpoints. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration {

  /**
   * The domain's JSON is the wire's. Jackson's own limits hold (depth 500, numbers of 1,000
   * digits), within the limit of the body.
   */
  @Bean
  @Primary
  JsonMapper httpJson() {
    return DomainJson.mapper();
  }

  @Bean
  Cursors cursors(Secrets secrets) {
    return new Cursors(secrets);
  }

  @Bean
  ProblemAnswers problemAnswers(
      Routes routes,
      ObjectProvider<ProblemTranslation> translations,
      ObjectProvider<ProblemPage> page) {
    ThrownProblem known =
        new ThrownProblem(translations.orderedStream().toList(), new TableMethods(routes.table()));
    return new ProblemAnswers(known, page.getIfAvailable());
  }

  @Bean
  FilterRegistrationBean<ObservationFilter> observationFilter(Clock clock, MeterRegistry registry) {
    return Filters.at(
        Filters.OBSERVATION,
        new ObservationFilter(new TimeOrderedIds(clock), new AccessLog(registry)));
  }

  @Bean
  FilterRegistrationBean<ProblemFilter> problemFilter(ProblemAnswers answers) {
    return Filters.at(Filters.PROBLEM, new ProblemFilter(answers));
  }

  @Bean
  WebMvcConfigurer contract(
      ProblemAnswers answers, Routes routes, Cursors cursors, JsonMapper httpJson) {
    return new WebMvcConfigurer() {
      @Override
      public void configureMessageConverters(ServerBuilder converters) {
        converters.withJsonConverter(new StrictJsonConverter(httpJson));
      }

      @Override
      public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new AccessInterceptor(routes.table()));
      }

      @Override
      public void configureHandlerExceptionResolvers(List<HandlerExceptionResolver> resolvers) {
        resolvers.add(new ProblemResolver(answers));
      }

      @Override
      public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.addAll(EndpointArguments.all(cursors));
      }

      @Override
      public void addFormatters(FormatterRegistry registry) {
        InputConversion.register(registry);
      }
    };
  }
}
