package org.counterfoil.domain.privacy.controller;

import org.jspecify.annotations.Nullable;

/** What the register says of a controller. */
public final class Controllership {

  @Nullable ControllerDescription description;
}
