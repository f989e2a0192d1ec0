package org.counterfoil.bench;

/** One question about speed, and how it is answered. */
public interface Benchmark {

  /** As in the list of measures, such as {@code M1}. */
  String id();

  /** What is asked, in one line. */
  String question();

  /** Measures. */
  Report run(Stage stage) throws Exception;
}
