package org.counterfoil.eventstore.codec.moved.from;

import org.counterfoil.domain.Event;
import org.counterfoil.domain.EventType;
import org.counterfoil.domain.PublicLabel;

@EventType(name = "screen.lowered", revision = 1)
public record ScreenLowered(PublicLabel screen, int heightCentimetres) implements Event {}
