package org.counterfoil.bench;

import java.time.Duration;

/** What is measured: ours or a peer, ready to work. */
public interface Contender extends AutoCloseable {

  /** As the report calls it. */
  String name();

  /** Of the software that is measured. */
  String version();

  /**
   * Works for about this long, then checks that what was acknowledged is what is stored, and that
   * no seat was given twice.
   */
  Round round(Duration time) throws Exception;

  @Override
  void close();
}
