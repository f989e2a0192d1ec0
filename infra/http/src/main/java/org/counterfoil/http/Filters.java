package org.counterfoil.http;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.core.Ordered;

/** In which order our filters stand: who sees, who answers what was thrown, who lets in. */
final class Filters {

  static final int OBSERVATION = Ordered.HIGHEST_PRECEDENCE + 10;
  static final int PROBLEM = Ordered.HIGHEST_PRECEDENCE + 20;
  static final int ACCESS = Ordered.HIGHEST_PRECEDENCE + 30;

  private Filters() {}

  static <F extends Filter> FilterRegistrationBean<F> at(int order, F filter) {
    FilterRegistrationBean<F> registration = new FilterRegistrationBean<>(filter);
    registration.setOrder(order);
    registration.setDispatcherTypes(DispatcherType.REQUEST);
    registration.setAsyncSupported(true);
    return registration;
  }
}
