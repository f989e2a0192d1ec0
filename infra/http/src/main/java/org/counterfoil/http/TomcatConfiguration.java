package org.counterfoil.http;

import org.apache.catalina.Context;
import org.apache.catalina.core.StandardHost;
import org.apache.tomcat.util.descriptor.web.ErrorPage;
import org.counterfoil.http.problem.ProblemValve;
import org.springframework.boot.tomcat.TomcatContextCustomizer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What Tomcat answers by itself looks like everything else. */
@Configuration(proxyBeanMethods = false)
class TomcatConfiguration {

  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> problemsFromTomcat() {
    TomcatContextCustomizer problems = TomcatConfiguration::answerWithProblems;
    return factory -> factory.addContextCustomizers(problems);
  }

  /** Keeps Spring Boot's error page away: {@code /error} would be one more route, for nobody. */
  @Bean
  ErrorController noErrorPage() {
    return new ErrorController() {};
  }

  private static void answerWithProblems(Context context) {
    for (ErrorPage page : context.findErrorPages()) {
      context.removeErrorPage(page);
    }
    ((StandardHost) context.getParent()).setErrorReportValveClass(ProblemValve.class.getName());
  }
}
