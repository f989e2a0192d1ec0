package org.counterfoil.domain.privacy;

/** A purpose of which a person's data were erased, and the key that was destroyed for it. */
public record ErasedPurpose(PurposeKey purpose, DataKeyId keyId) {}
