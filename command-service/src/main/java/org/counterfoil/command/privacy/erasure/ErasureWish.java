package org.counterfoil.command.privacy.erasure;

import java.util.List;
import org.counterfoil.domain.privacy.register.PurposeKey;
import org.counterfoil.domain.privacy.subject.ErasureReason;
import org.jspecify.annotations.Nullable;

/**
 * What is to go.
 *
 * @param purposes all that nothing forbids to erase, where missing
 * @param reasonCode one for which somebody asks; the others are the system's alone
 */
public record ErasureWish(@Nullable List<PurposeKey> purposes, ErasureReason reasonCode) {}
