package org.counterfoil.domain;

/** A single checked string in a type of its own: a code, a label, a hash. */
public interface Text {
  String value();
}
