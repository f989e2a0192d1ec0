package org.counterfoil.domain.privacy;

/** A purpose of which a person's data stay, and why. */
public record KeptPurpose(PurposeKey purpose, KeepingDuty duty) {}
