package org.counterfoil.vault;

/** Bytes that tell nothing to who has not their key: encrypted, or hashed under one. */
public final class Ciphertext {

  private final byte[] bytes;

  Ciphertext(byte[] bytes) {
    this.bytes = bytes.clone();
  }

  byte[] bytes() {
    return bytes.clone();
  }

  @Override
  public String toString() {
    return "Ciphertext[" + bytes.length + " bytes]";
  }
}
