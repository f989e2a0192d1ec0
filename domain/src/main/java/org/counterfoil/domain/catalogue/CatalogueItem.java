package org.counterfoil.domain.catalogue;

import org.counterfoil.domain.PublicLabel;
import org.counterfoil.domain.organisation.OrganisationId;
import org.jspecify.annotations.Nullable;

/** The state of a season or a production. */
public final class CatalogueItem {
  @Nullable OrganisationId organisation;
  @Nullable PublicLabel title;
  boolean isProduction;

  public @Nullable OrganisationId organisation() {
    return organisation;
  }

  public @Nullable PublicLabel title() {
    return title;
  }

  public boolean isProduction() {
    return isProduction;
  }

  public boolean isSeason() {
    return organisation != null && !isProduction;
  }
}
