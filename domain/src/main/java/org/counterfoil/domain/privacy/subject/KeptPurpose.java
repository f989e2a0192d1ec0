package org.counterfoil.domain.privacy.subject;

import org.counterfoil.domain.privacy.register.PurposeKey;

/** A purpose of which a person's data stay, and why. */
public record KeptPurpose(PurposeKey purpose, KeepingDuty duty) {}
