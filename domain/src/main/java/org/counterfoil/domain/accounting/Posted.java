package org.counterfoil.domain.accounting;

import org.jspecify.annotations.Nullable;

/**
 * What an event of an order leads to.
 *
 * @param books the order's, afterwards
 * @param operation missing where nothing is to be listed
 */
public record Posted(OrderBooks books, @Nullable Operation operation) {}
