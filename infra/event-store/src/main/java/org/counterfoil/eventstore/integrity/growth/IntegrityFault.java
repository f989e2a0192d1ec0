package org.counterfoil.eventstore.integrity.growth;

/**
 * The log and what was signed of it do not belong together: an event is missing, or the tree is
 * another one. Nothing is signed while that is so; an operator must look at it.
 */
public final class IntegrityFault extends RuntimeException {

  private static final long serialVersionUID = 1L;

  IntegrityFault(String message) {
    super(message);
  }
}
