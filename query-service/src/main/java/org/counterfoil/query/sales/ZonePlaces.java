package org.counterfoil.query.sales;

/** How the places of a zone stand, apart from what was sold. */
record ZonePlaces(String zone, long capacity, long held, long heldBack) {}
