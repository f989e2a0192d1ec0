package org.counterfoil.command.code;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.counterfoil.http.access.Secrets;
import org.jspecify.annotations.Nullable;

/**
 * Makes and reads the codes of tickets. A code is 90 bytes, written as 144 characters of base 32
 * (RFC 4648):
 *
 * <pre>
 *  0      1   format, 1
 *  1      4   key: the first 4 bytes of the SHA-256 of the public key
 *  5     16   performance
 * 21      4   ticket number, most significant byte first
 * 25      1   issue: 0 for the first, one more for each reissue
 * 26     64   Ed25519 signature (RFC 8032) of the 26 bytes before
 * </pre>
 *
 * <p>Nothing of it is stored: it is signed again whenever it is shown, and the same bytes come out.
 * Keys are derived from the key of all {@link Secrets}, which is kept outside the database, and the
 * number of a generation: a new generation is a new key, and older ones go on being read until the
 * oldest is said to be later.
 *
 * <p>Where no camera reads the code, a short one is typed: the ticket's number and 8 characters
 * that only this service can check.
 */
public final class TicketCodes {

  private static final int FORMAT = 1;
  private static final int SIGNED_BYTES = 1 + TicketKey.ID_BYTES + TicketCode.BYTES;
  private static final int BYTES = SIGNED_BYTES + TicketKey.SIGNATURE_BYTES;
  private static final int TYPED_BYTES = 5;

  private final Secrets secrets;
  private final List<TicketKey> keys;

  /**
   * @param oldest the first generation whose codes are read
   * @param newest the generation that signs
   */
  TicketCodes(Secrets secrets, int oldest, int newest) {
    if (oldest < 1 || newest < oldest) {
      throw new IllegalArgumentException(
          "Expected generations from 1, the oldest first, but they are "
              + oldest
              + " and "
              + newest);
    }
    this.secrets = secrets;
    List<TicketKey> derived = new ArrayList<>();
    for (int generation = oldest; generation <= newest; generation++) {
      derived.add(
          new TicketKey(secrets.derivedKey("ticket-signature", "generation " + generation)));
    }
    this.keys = List.copyOf(derived);
  }

  /** A public key by which codes are verified. */
  public record PublicKey(String keyId, String publicKey, boolean isSigning) {}

  /** Those whose codes are read, the one that signs last. */
  public List<PublicKey> publicKeys() {
    return keys.stream()
        .map(
            key ->
                new PublicKey(
                    key.hexId(),
                    Base64.getEncoder().encodeToString(key.publicKey()),
                    key == keys.getLast()))
        .toList();
  }

  /** What the ticket's QR code says. */
  public String text(TicketCode code) {
    TicketKey key = keys.getLast();
    byte[] named =
        ByteBuffer.allocate(SIGNED_BYTES)
            .put((byte) FORMAT)
            .put(key.id())
            .put(code.bytes())
            .array();
    return Base32.encode(ByteBuffer.allocate(BYTES).put(named).put(key.sign(named)).array());
  }

  /** What may be typed for it, such as {@code 17-K7QMB2XW}. */
  public String typed(TicketCode code) {
    byte[] mac =
        secrets.derivedKey("ticket-typed", Base64.getEncoder().encodeToString(code.bytes()));
    return code.ticketNumber() + "-" + Base32.encode(Arrays.copyOf(mac, TYPED_BYTES));
  }

  /** Whether the text is what may be typed for the ticket. */
  public boolean isTyped(String text, TicketCode code) {
    return Secrets.isSame(typed(code), text);
  }

  /** What a scanned text turns out to be. */
  public sealed interface Reading {}

  /** One of ours. */
  public record Genuine(TicketCode code) implements Reading {}

  /** A typed code's number; whether it is genuine depends on the performance. */
  public record Typed(int ticketNumber, String text) implements Reading {}

  /** In our form, and not signed by one of our keys. */
  public record Forged() implements Reading {}

  /** Something else. */
  public record Unknown() implements Reading {}

  public Reading read(String scanned) {
    String text = scanned.strip().toUpperCase(Locale.ROOT);
    Integer number = TypedForm.numberOf(text);
    if (number != null) {
      return new Typed(number, text);
    }
    byte[] all = Base32.decode(text);
    if (all == null || all.length != BYTES || all[0] != FORMAT) {
      return new Unknown();
    }
    byte[] named = Arrays.copyOf(all, SIGNED_BYTES);
    byte[] signature = Arrays.copyOfRange(all, SIGNED_BYTES, BYTES);
    TicketKey key = find(Arrays.copyOfRange(named, 1, 1 + TicketKey.ID_BYTES));
    if (key == null || !key.verifies(signature, named)) {
      return new Forged();
    }
    return new Genuine(TicketCode.read(ByteBuffer.wrap(named).position(1 + TicketKey.ID_BYTES)));
  }

  /** A signature of other things that gates read, such as lists; they begin with a brace. */
  public byte[] sign(byte[] message) {
    if (message.length == 0 || message[0] != '{') {
      throw new IllegalArgumentException("Expected an object of JSON, but it is something else");
    }
    return keys.getLast().sign(message);
  }

  private @Nullable TicketKey find(byte[] id) {
    return keys.stream().filter(key -> Arrays.equals(key.id(), id)).findFirst().orElse(null);
  }
}
