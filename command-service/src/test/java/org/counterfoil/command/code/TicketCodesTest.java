package org.counterfoil.command.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import org.counterfoil.command.code.TicketCodes.Forged;
import org.counterfoil.command.code.TicketCodes.Genuine;
import org.counterfoil.command.code.TicketCodes.PublicKey;
import org.counterfoil.command.code.TicketCodes.Typed;
import org.counterfoil.command.code.TicketCodes.Unknown;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.http.access.Secrets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Codes say which ticket, can be checked by anybody, and can be made by nobody else. */
class TicketCodesTest {

  private static final PerformanceId PERFORMANCE =
      PerformanceId.of("01a20667-d019-7000-8bb4-740225c83c9a");

  /** What precedes a raw Ed25519 key in a SubjectPublicKeyInfo (RFC 8410). */
  private static final byte[] INFO = HexFormat.of().parseHex("302a300506032b6570032100");

  private final Secrets secrets = new Secrets(new byte[32]);
  private final TicketCodes codes = new TicketCodes(secrets, 1, 1);

  /** Written down once: a change here makes every ticket worthless that was printed. */
  @Test
  void theyAreWhatTheyAlwaysWere() {
    assertThat(codes.text(new TicketCode(PERFORMANCE, 42, 3)))
        .isEqualTo(
            "AFY7DYQ6AGRAMZ6QDFYABC5UOQBCLSB4TIAAAABKAN6DNIIQCRTCRIHQHJ4EJ4A5ANKV3UCX"
                + "ZA6DQD36A2LNCZKOFRQCQ53KNSZ7GMFTP35SIGUAX64CI7GCKXEO7WQ35X4GGGLNZEYIHHQB");
    assertThat(codes.typed(new TicketCode(PERFORMANCE, 42, 3))).isEqualTo("42-FULE2YQA");
  }

  @Test
  void whatWasWrittenIsRead() {
    Random random = new Random(42);
    for (int issue = 0; issue < 256; issue++) {
      TicketCode code =
          new TicketCode(
              new PerformanceId(new UUID(random.nextLong(), random.nextLong())),
              1 + random.nextInt(Integer.MAX_VALUE),
              issue);
      String text = codes.text(code);

      assertThat(text).matches("[A-Z2-7]{144}");
      assertThat(codes.read(text)).isEqualTo(new Genuine(code));
      assertThat(codes.read(" " + text.toLowerCase(Locale.ROOT) + "\n"))
          .isEqualTo(new Genuine(code));
    }
  }

  /** By the JDK, which shares nothing with what signs here. */
  @Test
  void anybodyCanVerifyWithThePublicKey() throws Exception {
    byte[] all = new byte[90];
    byte[] decoded = base32(codes.text(new TicketCode(PERFORMANCE, 42, 3)));
    System.arraycopy(decoded, 0, all, 90 - decoded.length, decoded.length);
    PublicKey key = codes.publicKeys().getFirst();

    assertThat(isSigned(all, key)).isTrue();
    assertThat(HexFormat.of().formatHex(all, 1, 5)).isEqualTo(key.keyId());
    assertThat(HexFormat.of().formatHex(all, 5, 26))
        .isEqualTo("01a20667d01970008bb4740225c83c9a" + "0000002a" + "03");

    for (int i = 0; i < 26; i++) {
      byte[] changed = all.clone();
      changed[i] ^= 1;
      assertThat(isSigned(changed, key)).as("byte %d", i).isFalse();
    }
  }

  /** Base 32 by arithmetic on one large number. */
  private static byte[] base32(String text) {
    BigInteger number = BigInteger.ZERO;
    for (int i = 0; i < text.length(); i++) {
      int value = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(text.charAt(i));
      number = number.shiftLeft(5).or(BigInteger.valueOf(value));
    }
    return number.toByteArray();
  }

  private static boolean isSigned(byte[] all, PublicKey key) throws Exception {
    byte[] raw = Base64.getDecoder().decode(key.publicKey());
    byte[] info = Arrays.copyOf(INFO, INFO.length + raw.length);
    System.arraycopy(raw, 0, info, INFO.length, raw.length);
    Signature signature = Signature.getInstance("Ed25519");
    signature.initVerify(
        KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(info)));
    signature.update(all, 0, 26);
    return signature.verify(all, 26, 64);
  }

  @Test
  void oneChangedCharacterIsAForgery() {
    String text = codes.text(new TicketCode(PERFORMANCE, 42, 0));

    for (int i = 0; i < text.length(); i++) {
      char other = text.charAt(i) == 'A' ? 'B' : 'A';
      String changed = text.substring(0, i) + other + text.substring(i + 1);
      assertThat(codes.read(changed)).as("character %d", i).isNotInstanceOf(Genuine.class);
    }
  }

  @Test
  void anotherKeySignsForgeries() {
    byte[] another = new byte[32];
    another[0] = 1;
    TicketCodes others = new TicketCodes(new Secrets(another), 1, 1);
    TicketCode code = new TicketCode(PERFORMANCE, 42, 0);

    assertThat(codes.read(others.text(code))).isEqualTo(new Forged());
    assertThat(codes.isTyped(others.typed(code), code)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "https://example.org/a", "0-AAAAAAAA", "42-AAAA", "AAAAAAAA", "é"})
  void somethingElseIsNotOurs(String text) {
    assertThat(codes.read(text)).isEqualTo(new Unknown());
    assertThat(codes.read("A".repeat(144))).isEqualTo(new Unknown());
  }

  @Test
  void aNewKeySignsAndTheOldOnesAreReadUntilTheyAreRetired() {
    TicketCode code = new TicketCode(PERFORMANCE, 42, 0);
    TicketCodes rotated = new TicketCodes(secrets, 1, 2);
    TicketCodes retired = new TicketCodes(secrets, 2, 2);
    String old = codes.text(code);

    assertThat(rotated.text(code)).isNotEqualTo(old);
    assertThat(rotated.read(old)).isEqualTo(new Genuine(code));
    assertThat(rotated.read(rotated.text(code))).isEqualTo(new Genuine(code));
    assertThat(retired.read(old)).isEqualTo(new Forged());
    assertThat(codes.read(rotated.text(code))).isEqualTo(new Forged());
    assertThat(rotated.publicKeys())
        .extracting(PublicKey::isSigning)
        .isEqualTo(List.of(false, true));
    assertThat(rotated.publicKeys().getFirst().keyId())
        .isEqualTo(codes.publicKeys().getFirst().keyId());
  }

  @Test
  void whatIsTypedNamesTheNumberAndIsOfOneTicketOnly() {
    TicketCode code = new TicketCode(PERFORMANCE, 42, 0);
    String typed = codes.typed(code);

    assertThat(typed).matches("42-[A-Z2-7]{8}");
    assertThat(codes.read(typed.toLowerCase(Locale.ROOT))).isEqualTo(new Typed(42, typed));
    assertThat(codes.isTyped(typed, code)).isTrue();
    assertThat(codes.isTyped(typed, new TicketCode(PERFORMANCE, 42, 1))).isFalse();
    assertThat(codes.isTyped(typed, new TicketCode(new PerformanceId(new UUID(1, 2)), 42, 0)))
        .isFalse();
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "2, 1"})
  void generationsGoFromTheOldestToTheNewest(int oldest, int newest) {
    assertThatThrownBy(() -> new TicketCodes(secrets, oldest, newest))
        .hasMessageContaining("generations from 1");
  }

  /** RFC 8032, 7.1, TEST 2. */
  @Test
  void signaturesAreThoseOfTheStandard() {
    HexFormat hex = HexFormat.of();
    TicketKey key =
        new TicketKey(
            hex.parseHex("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb"));

    assertThat(hex.formatHex(key.publicKey()))
        .isEqualTo("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c");
    assertThat(hex.formatHex(key.sign(new byte[] {0x72})))
        .isEqualTo(
            "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
                + "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00");
  }
}
