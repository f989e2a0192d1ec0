package org.counterfoil.http.problem;

/**
 * How a problem looks to a person: a service with screens gives one as a bean, and browsers that
 * ask for a page get it instead of JSON.
 */
@FunctionalInterface
public interface ProblemPage {

  /**
   * The whole page, as HTML.
   *
   * @param path that was asked for
   */
  String html(Problem problem, String path);
}
