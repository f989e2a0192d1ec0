package org.counterfoil.domain.privacy.imports;

import java.time.Instant;
import org.counterfoil.domain.privacy.register.PurposeKey;

/**
 * An answer that a person gave elsewhere: for what, when, and where it was taken.
 *
 * @param source the form, list or counter where it was given
 */
public record ImportedConsent(PurposeKey purpose, boolean isGiven, Instant at, SourceCode source) {}
