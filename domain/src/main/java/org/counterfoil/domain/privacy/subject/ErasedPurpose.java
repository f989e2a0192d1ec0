package org.counterfoil.domain.privacy.subject;

import org.counterfoil.domain.privacy.register.PurposeKey;

/** A purpose of which a person's data were erased, and the key that was destroyed for it. */
public record ErasedPurpose(PurposeKey purpose, DataKeyId keyId) {}
