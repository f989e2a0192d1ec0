package org.counterfoil.eventstore.integrity.tile;

/** What is stored of the tree cannot be a tree. Nothing may be added to it or signed. */
public final class DamagedTiles extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public DamagedTiles(String message) {
    super(message);
  }
}
