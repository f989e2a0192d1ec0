package org.counterfoil.architecture.twin.http;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/** Classes that answer requests, rightly and wrongly named. */
class Answers {

  @RestController
  static class SeatApi {}

  @Controller
  static class SeatPages {}

  static class SeatRoutes {
    @Bean
    RouterFunction<ServerResponse> routes() {
      return RouterFunctions.route().GET("/", request -> ServerResponse.ok().build()).build();
    }
  }

  @RestController
  static class SeatEndpoint {}

  @Configuration
  static class SeatConfiguration {
    @Bean
    RouterFunction<ServerResponse> routes() {
      return RouterFunctions.route().GET("/", request -> ServerResponse.ok().build()).build();
    }
  }
}
