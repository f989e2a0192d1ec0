package org.counterfoil.http.routing;

import org.springframework.web.method.support.HandlerMethodArgumentResolver;

/**
 * An argument resolver that is asked before Spring's own, so that it may take parameters which an
 * annotation (kept for the published description) would send through message converters.
 */
public interface FirstArgument extends HandlerMethodArgumentResolver {}
