package org.counterfoil.command.http;

/** A command service that answers, in this process or in another. */
interface Served {

  /** Without a slash at its end. */
  String url();
}
