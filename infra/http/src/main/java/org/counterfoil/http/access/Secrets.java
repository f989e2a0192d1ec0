package org.counterfoil.http.access;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.counterfoil.domain.OrderId;
import org.counterfoil.domain.access.ApiTokenId;
import org.counterfoil.domain.access.LoginLinkId;
import org.counterfoil.domain.privacy.subject.DataSubjectId;
import org.counterfoil.domain.seathold.HoldId;
import org.counterfoil.domain.seathold.TicketId;
import org.counterfoil.domain.waitinglist.WaitingEntryId;
import org.jspecify.annotations.Nullable;

/**
 * Everything secret that is handed out. Nothing of it is stored: each is the HMAC-SHA-256 (RFC
 * 2104) of what it is for and an identifier, under a key that is kept outside the database, and is
 * computed again when it is shown or checked. Whoever has the database alone can make none.
 */
public final class Secrets {

  private static final String ALGORITHM = "HmacSHA256";
  private static final String TOKEN_PREFIX = "cft_";
  private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();

  /** Holds the key; never used itself, only cloned, which spares looking for a provider. */
  private final Mac keyed;

  /**
   * @param key 32 random bytes
   */
  public Secrets(byte[] key) {
    if (key.length != 32) {
      throw new IllegalArgumentException("Expected a key of 32 bytes, but it has " + key.length);
    }
    try {
      this.keyed = Mac.getInstance(ALGORITHM);
      keyed.init(new SecretKeySpec(key, ALGORITHM));
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("Expected HmacSHA256 in every JDK, but it failed", missing);
    }
  }

  /** What lets a buyer see, extend, release and order a hold. */
  public String holdSecret(HoldId holdId) {
    return TEXT.encodeToString(mac("hold", holdId.value()));
  }

  /** What lets somebody who waits see how it stands, and wait no more. */
  public String waitingListSecret(WaitingEntryId entryId) {
    return TEXT.encodeToString(mac("waiting-list", entryId.value()));
  }

  /** What lets a buyer see and pay an order. */
  public String orderSecret(OrderId orderId) {
    return TEXT.encodeToString(mac("order", orderId.value()));
  }

  /**
   * What lets the present holder of a transferred ticket see it and give it on.
   *
   * @param issue its first code under this holder: each has another secret
   */
  public String ticketSecret(TicketId ticketId, int issue) {
    byte[] message = ByteBuffer.allocate(20).put(bytes(ticketId.value())).putInt(issue).array();
    return TEXT.encodeToString(mac("ticket", message));
  }

  /** An API token's text: {@code cft_}, the id in 32 hexadecimal digits, {@code _}, the secret. */
  public String apiToken(ApiTokenId tokenId) {
    return TOKEN_PREFIX + signed("api-token", tokenId.value());
  }

  /** Whose text it is; nothing where it is forged or no token at all. */
  public @Nullable ApiTokenId readApiToken(String text) {
    UUID id =
        text.startsWith(TOKEN_PREFIX)
            ? verified("api-token", text.substring(TOKEN_PREFIX.length()))
            : null;
    return id == null ? null : new ApiTokenId(id);
  }

  /**
   * The id of a token whose text the operator chose ({@code COUNTERFOIL_ADMIN_TOKEN}): made from
   * the text's HMAC, so that the log holds nothing to guess the text with.
   */
  public ApiTokenId operatorTokenId(String text) {
    ByteBuffer mac = ByteBuffer.wrap(mac("operator-token", text.getBytes(StandardCharsets.UTF_8)));
    long high = (mac.getLong() & ~0xF000L) | 0x8000L;
    long low = (mac.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
    return new ApiTokenId(new UUID(high, low));
  }

  /** The last part of a one-time login link's path. */
  public String loginLink(LoginLinkId linkId) {
    return signed("login-link", linkId.value());
  }

  public @Nullable LoginLinkId readLoginLink(String text) {
    UUID id = verified("login-link", text);
    return id == null ? null : new LoginLinkId(id);
  }

  /** By which whoever has a link takes back its consents, and needs nothing else for it. */
  public String withdrawal(DataSubjectId subjectId) {
    return signed("withdrawal", subjectId.value());
  }

  public @Nullable DataSubjectId readWithdrawal(String text) {
    UUID id = verified("withdrawal", text);
    return id == null ? null : new DataSubjectId(id);
  }

  /** What lets a person look after its own data; it names the account. */
  public String account(DataSubjectId accountId) {
    return signed("account", accountId.value());
  }

  public @Nullable DataSubjectId readAccount(String text) {
    UUID id = verified("account", text);
    return id == null ? null : new DataSubjectId(id);
  }

  /** By which whoever reads what is sent to an address confirms what was agreed to with it. */
  public String confirmation(DataSubjectId subjectId) {
    return signed("confirmation", subjectId.value());
  }

  public @Nullable DataSubjectId readConfirmation(String text) {
    UUID id = verified("confirmation", text);
    return id == null ? null : new DataSubjectId(id);
  }

  /** What the session cookie holds. */
  public String session(LoginLinkId linkId) {
    return signed("session", linkId.value());
  }

  public @Nullable LoginLinkId readSession(String text) {
    UUID id = verified("session", text);
    return id == null ? null : new LoginLinkId(id);
  }

  /** A key of 32 bytes for another purpose, different for each purpose and each name. */
  public byte[] derivedKey(String purpose, String name) {
    return mac(purpose, name.getBytes(StandardCharsets.UTF_8));
  }

  /** For other purposes: hexadecimal, different for each label. */
  public String hexMac(String label, byte[] message) {
    return HexFormat.of().formatHex(mac(label, message));
  }

  /** For other purposes: 43 characters of base64url, different for each label. */
  public String textMac(String label, byte[] message) {
    return TEXT.encodeToString(mac(label, message));
  }

  /** Whether two secrets are the same, in a time that does not tell how far they are. */
  public static boolean isSame(String expected, String given) {
    return MessageDigest.isEqual(
        expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
  }

  private String signed(String label, UUID id) {
    return compact(id) + "_" + TEXT.encodeToString(mac(label, id));
  }

  private @Nullable UUID verified(String label, String text) {
    int idDigits = 32;
    if (text.length() <= idDigits || text.charAt(idDigits) != '_') {
      return null;
    }
    UUID id = uuid(text.substring(0, idDigits));
    return id != null && isSame(signed(label, id), text) ? id : null;
  }

  private byte[] mac(String label, UUID id) {
    return mac(label, bytes(id));
  }

  /** The label ends with a zero byte, which none contains: no two messages are the same bytes. */
  private byte[] mac(String label, byte[] message) {
    try {
      Mac mac = (Mac) keyed.clone();
      mac.update(label.getBytes(StandardCharsets.US_ASCII));
      mac.update((byte) 0);
      return mac.doFinal(message);
    } catch (CloneNotSupportedException missing) {
      throw new IllegalStateException(
          "Expected the JDK's HMAC to be cloned, but it was not", missing);
    }
  }

  private static byte[] bytes(UUID id) {
    return ByteBuffer.allocate(16)
        .putLong(id.getMostSignificantBits())
        .putLong(id.getLeastSignificantBits())
        .array();
  }

  private static String compact(UUID id) {
    return HexFormat.of().formatHex(bytes(id));
  }

  private static @Nullable UUID uuid(String digits) {
    for (int i = 0; i < digits.length(); i++) {
      if (!HexFormat.isHexDigit(digits.charAt(i))) {
        return null;
      }
    }
    return new UUID(
        Long.parseUnsignedLong(digits, 0, 16, 16), Long.parseUnsignedLong(digits, 16, 32, 16));
  }
}
