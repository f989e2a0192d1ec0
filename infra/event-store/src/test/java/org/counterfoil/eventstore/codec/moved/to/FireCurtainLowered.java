package org.counterfoil.eventstore.codec.moved.to;

import org.counterfoil.domain.Event;
import org.counterfoil.domain.EventType;
import org.counterfoil.domain.PublicLabel;

/** The same event under another class name in another package. */
@EventType(name = "screen.lowered", revision = 1)
public record FireCurtainLowered(PublicLabel screen, int heightCentimetres) implements Event {}
