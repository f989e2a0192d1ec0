package org.counterfoil.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.counterfoil.domain.performance.BuyerMark;
import org.counterfoil.domain.performance.PresaleCodeMark;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkTest {

  private static final String REST = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEF";

  @ParameterizedTest
  @ValueSource(strings = {"A", "Z", "a", "z", "0", "9", "-", "_"})
  void everyCharacterOfBase64UrlIsOne(String character) {
    assertThat(new BuyerMark(character + REST).value()).hasSize(43);
    assertThat(new PresaleCodeMark(REST + character).value()).hasSize(43);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "+", "/", "=", "@", "[", "`", "{", "é", ":", " ", "ab", "\n"})
  void nothingElseIs(String characters) {
    assertThatThrownBy(() -> new BuyerMark(characters + REST)).isInstanceOf(InvalidText.class);
    assertThatThrownBy(() -> new PresaleCodeMark(REST + characters))
        .isInstanceOf(InvalidText.class);
  }
}
