package org.counterfoil.command.privacy.erasure;

import java.util.List;
import org.counterfoil.domain.privacy.register.PurposeKey;
import org.counterfoil.domain.privacy.subject.ErasureReason;
import org.jspecify.annotations.Nullable;

/**
 * What is to go.
 *
 * @param purposes all that nothing forbids to erase, where missing
 */
public record ErasureWish(@Nullable List<PurposeKey> purposes, ErasureReason reasonCode) {}
