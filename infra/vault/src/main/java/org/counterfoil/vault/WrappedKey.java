package org.counterfoil.vault;

/**
 * A data key, encrypted by the master key.
 *
 * @param masterVersion which version of the master key encrypted it
 */
public record WrappedKey(Ciphertext bytes, String masterVersion) {}
