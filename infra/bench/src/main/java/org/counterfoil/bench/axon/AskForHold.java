package org.counterfoil.bench.axon;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.counterfoil.domain.seathold.SeatHoldCommand.PlaceHold;

/** A wish, with the annotation by which Axon finds its aggregate. */
record AskForHold(@TargetAggregateIdentifier String performance, PlaceHold wish) {}
