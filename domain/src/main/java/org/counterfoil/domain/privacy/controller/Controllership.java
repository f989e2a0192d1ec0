package org.counterfoil.domain.privacy.controller;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the register says of a controller. */
public final class Controllership {

  @Nullable ControllerDescription description;

  /** Missing where it was never described. */
  public Optional<ControllerDescription> description() {
    return Optional.ofNullable(description);
  }
}
