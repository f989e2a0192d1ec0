package org.counterfoil.eventstore.integrity.checkpoint;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.List;

/**
 * A text and its signatures (C2SP signed-note): the text, an empty line, and a line {@code — <name>
 * <base64 of key id ‖ signature>} for each key that signed the text.
 *
 * @param text ends with a newline
 */
public record SignedNote(String text, List<NoteSignature> signatures) {

  private static final String SEPARATOR = "\n\n";
  private static final String DASH = "\u2014 ";
  private static final int MAX_LENGTH = 100_000;

  public SignedNote {
    signatures = List.copyOf(signatures);
    if (!text.endsWith("\n") || text.chars().anyMatch(c -> c < ' ' && c != '\n')) {
      throw new IllegalArgumentException(
          "Expected lines of text without control characters, but they are not");
    }
  }

  /**
   * A signature.
   *
   * @param keyName of the key it is said to be from
   * @param keyId see {@link VerifierKey#id}
   * @param signature 64 bytes for Ed25519, MUST NOT be changed
   */
  @SuppressWarnings("ArrayRecordComponent") // equals looks into it
  public record NoteSignature(String keyName, int keyId, byte[] signature) {

    @Override
    public boolean equals(Object other) {
      return other instanceof NoteSignature that
          && keyName.equals(that.keyName)
          && keyId == that.keyId
          && Arrays.equals(signature, that.signature);
    }

    @Override
    public int hashCode() {
      return keyId;
    }
  }

  /** Signs a text with each of the keys. */
  public static SignedNote sign(String text, Collection<SigningKey> keys) {
    byte[] message = text.getBytes(StandardCharsets.UTF_8);
    List<NoteSignature> signatures = new ArrayList<>();
    for (SigningKey key : keys) {
      VerifierKey verifier = key.verifier();
      signatures.add(new NoteSignature(verifier.name(), verifier.id(), key.sign(message)));
    }
    return new SignedNote(text, signatures);
  }

  /**
   * Reads a note as {@link #toString} writes it. Who signed it is not checked.
   *
   * @throws IllegalArgumentException where it is none
   */
  public static SignedNote parse(String note) {
    int end = note.lastIndexOf(SEPARATOR);
    if (end < 0 || !note.endsWith("\n") || note.length() > MAX_LENGTH) {
      throw new IllegalArgumentException(
          "Expected a text, an empty line and signatures, but it is not such a note");
    }
    List<NoteSignature> signatures =
        note.substring(end + SEPARATOR.length()).lines().map(SignedNote::signature).toList();
    return new SignedNote(note.substring(0, end + 1), signatures);
  }

  private static NoteSignature signature(String line) {
    int space = line.lastIndexOf(' ');
    if (!line.startsWith(DASH) || space < DASH.length()) {
      throw new IllegalArgumentException(
          "Expected a signature as \u2014 <name> <base64>, but a line is not");
    }
    String encoded = line.substring(space + 1);
    byte[] decoded = Base64.getDecoder().decode(encoded);
    // One signature has one text: bits that no byte has are nobody's to choose.
    if (!Base64.getEncoder().encodeToString(decoded).equals(encoded)) {
      throw new IllegalArgumentException(
          "Expected base64 as RFC 4648, 3.5 has it, but a signature has bits that say nothing");
    }
    if (decoded.length <= Integer.BYTES) {
      throw new IllegalArgumentException("Expected a key id and a signature, but there is less");
    }
    return new NoteSignature(
        VerifierKey.checkedName(line.substring(DASH.length(), space)),
        ByteBuffer.wrap(decoded).getInt(),
        Arrays.copyOfRange(decoded, Integer.BYTES, decoded.length));
  }

  /**
   * Whether one of the keys has signed it. A signature by an unknown key is nothing; one that says
   * it is from a known key and is not makes the note worthless.
   */
  public boolean isSignedByOneOf(Collection<VerifierKey> keys) {
    byte[] message = text.getBytes(StandardCharsets.UTF_8);
    boolean isSigned = false;
    for (NoteSignature signature : signatures) {
      for (VerifierKey key : keys) {
        if (key.name().equals(signature.keyName()) && key.id() == signature.keyId()) {
          if (!key.hasSigned(message, signature.signature())) {
            return false;
          }
          isSigned = true;
        }
      }
    }
    return isSigned;
  }

  /** The whole note. */
  @Override
  public String toString() {
    StringBuilder note = new StringBuilder(text).append('\n');
    for (NoteSignature signature : signatures) {
      byte[] bytes =
          ByteBuffer.allocate(Integer.BYTES + signature.signature().length)
              .putInt(signature.keyId())
              .put(signature.signature())
              .array();
      note.append(DASH)
          .append(signature.keyName())
          .append(' ')
          .append(Base64.getEncoder().encodeToString(bytes))
          .append('\n');
    }
    return note.toString();
  }
}
