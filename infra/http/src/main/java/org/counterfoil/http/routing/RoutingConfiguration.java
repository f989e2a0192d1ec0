package org.counterfoil.http.routing;

import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Puts our ways of reading and answering before Spring's: a third of a request's time is there. */
@Configuration(proxyBeanMethods = false)
public class RoutingConfiguration {

  @Bean
  PathIdentifiers pathIdentifiers() {
    return new PathIdentifiers();
  }

  @Bean
  WebMvcRegistrations ownWayFirst(ObjectProvider<FirstArgument> arguments) {
    return new WebMvcRegistrations() {
      @Override
      public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
        return new QuickMapping();
      }

      @Override
      public RequestMappingHandlerAdapter getRequestMappingHandlerAdapter() {
        return new OwnWayFirst(arguments.orderedStream().toList());
      }
    };
  }

  private static final class OwnWayFirst extends RequestMappingHandlerAdapter {

    private final List<FirstArgument> arguments;

    OwnWayFirst(List<FirstArgument> arguments) {
      this.arguments = arguments;
    }

    @Override
    public void afterPropertiesSet() {
      super.afterPropertiesSet();
      List<HandlerMethodArgumentResolver> resolvers = new ArrayList<>(arguments);
      List<HandlerMethodArgumentResolver> usual = getArgumentResolvers();
      resolvers.addAll(usual == null ? List.of() : usual);
      setArgumentResolvers(resolvers);
      List<HandlerMethodReturnValueHandler> handlers = new ArrayList<>();
      handlers.add(new DirectAnswers());
      List<HandlerMethodReturnValueHandler> usualHandlers = getReturnValueHandlers();
      handlers.addAll(usualHandlers == null ? List.of() : usualHandlers);
      setReturnValueHandlers(handlers);
    }
  }
}
