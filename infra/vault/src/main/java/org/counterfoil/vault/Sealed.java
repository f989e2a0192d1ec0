package org.counterfoil.vault;

/** What is stored of a person with the event that says so, and can be read by nobody there. */
public sealed interface Sealed permits SealedCapture, SealedNo {}
