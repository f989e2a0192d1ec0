package org.counterfoil.command.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.UUID;
import org.counterfoil.domain.voucher.VoucherId;
import org.counterfoil.http.access.Secrets;
import org.junit.jupiter.api.Test;

class VoucherCodesTest {

  private final VoucherCodes codes = new VoucherCodes(new Secrets(new byte[32]));
  private final VoucherId voucher = new VoucherId(new UUID(0x0193_8000_0000_7000L, 42));

  @Test
  void aCodeIsReadHoweverItIsWritten() {
    String code = codes.text(voucher);

    assertThat(code).hasSize(47);
    assertThat(codes.read(code)).isEqualTo(voucher);
    assertThat(codes.read(code.replace("-", " ").toLowerCase(Locale.ROOT))).isEqualTo(voucher);
    assertThat(codes.text(voucher)).as("made again").isEqualTo(code);
  }

  @Test
  void everyChangedCharacterIsNoticed() {
    String code = codes.text(voucher);
    for (int i = 0; i < code.length(); i++) {
      if (code.charAt(i) != '-') {
        String other = code.charAt(i) == 'Q' ? "R" : "Q";
        String changed = code.substring(0, i) + other + code.substring(i + 1);
        assertThat(codes.read(changed)).as("character %d", i).isNull();
      }
    }
    assertThat(codes.read("")).isNull();
    assertThat(codes.read("é".repeat(40))).isNull();
  }

  @Test
  void anotherKeyMakesOtherCodes() {
    byte[] key = new byte[32];
    key[0] = 1;
    assertThat(new VoucherCodes(new Secrets(key)).read(codes.text(voucher))).isNull();
  }
}
