package org.counterfoil.domain.catalogue;

import org.counterfoil.domain.Rejection;

/** Why a command about the catalogue was refused, in order of precedence. */
public enum CatalogueRejection implements Rejection {
  UNKNOWN_SEASON(Kind.NOT_FOUND),
  UNKNOWN_PRODUCTION(Kind.NOT_FOUND),
  CATALOGUE_ITEM_EXISTS(Kind.CONFLICT);

  private final Kind kind;

  CatalogueRejection(Kind kind) {
    this.kind = kind;
  }

  @Override
  public Kind kind() {
    return kind;
  }

  @Override
  public boolean retryable() {
    return false;
  }
}
