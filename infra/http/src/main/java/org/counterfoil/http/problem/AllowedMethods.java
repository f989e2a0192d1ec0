package org.counterfoil.http.problem;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;

/** Which methods a path answers to, however its routes are mapped. */
@FunctionalInterface
public interface AllowedMethods {

  /** The methods, sorted; empty for an unknown path. */
  Set<String> at(HttpServletRequest request);
}
