package org.counterfoil.query.accounts.papers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Currency;
import java.util.Locale;
import java.util.MissingResourceException;
import org.counterfoil.domain.order.LineProduct;
import org.counterfoil.domain.seathold.TicketReason;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever may be on an invoice has words in both languages. */
class PaperWordsTest {

  @ParameterizedTest
  @ValueSource(strings = {"fr", "en"})
  void everythingThatIsSoldAndEveryReasonHasWords(String language) {
    PaperWords words = new PaperWords(Locale.forLanguageTag(language), Currency.getInstance("EUR"));

    for (LineProduct product : LineProduct.values()) {
      assertThat(words.say("product." + product)).isNotBlank();
    }
    for (TicketReason reason : TicketReason.values()) {
      assertThat(words.say("reason." + reason)).isNotBlank();
    }
    assertThatThrownBy(() -> words.say("product.NONE"))
        .isInstanceOf(MissingResourceException.class);
  }
}
