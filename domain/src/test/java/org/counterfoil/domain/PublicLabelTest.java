package org.counterfoil.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.UUID;
import org.counterfoil.domain.seating.SeatId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicLabelTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "La Mouette",
        "Œuvres de Ravel — Boléro, 1928",
        "Rock @ the Arena",
        "Saison 2025-2026",
        "Saison 2025-2026 100 spectacles",
        "Du 01/07/2026 20:30 au 02/07/2026",
        "Gala 01.07.2026 20:30",
        "2026-12-01 19:30",
        "1 000 places, 12 345 678 spectateurs",
        "0123456789abc",
        "b1946ac9-2348-4b12-9b1e-001234567890",
        "01234567-8901-2345-6789-012345678901",
        "12 rue de la République, 69001 Lyon",
        "マクベス",
        "👩‍🎤 en concert"
      })
  void whatIsMeantForThePublicIsALabel(String text) {
    assertThat(new PublicLabel(text)).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jean@example.org",
        "écrire à jean@example.org",
        "jean＠example.org",
        "0123456789",
        "01 23 45 67 89",
        "01.23.45.67.89",
        "01.02.03.04.05",
        "01-23-45-67-89",
        "01/23/45/67/89",
        "01\u00A023\u00A045\u00A067\u00A089",
        "01\u202F23\u202F45\u202F67\u202F89",
        "01  23  45  67  89",
        "Réservations : 04 78 00 00 00.",
        "+33 1 23 45 67 89",
        "+33 (0)1 23 45 67 89",
        "0033123456789",
        "+41 (0)22 345 67 89"
      })
  void whatLooksLikeAPersonsAddressIsNot(String text) {
    assertThatThrownBy(() -> new PublicLabel(text))
        .isInstanceOf(InvalidText.class)
        .hasMessage(
            "Expected a public label, but it looks like an e-mail address or a telephone number");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "two\nlines",
        "tab\there",
        "nul\u0000",
        "half \uD83D of a pair",
        "\uDE00 the other half",
        "line\u2028separator",
        "paragraph\u2029separator",
        "turned \u202Eround",
        "\u2066isolated"
      })
  void whatCannotBeWrittenOrShownIsNot(String text) {
    assertThatThrownBy(() -> new PublicLabel(text))
        .isInstanceOf(InvalidText.class)
        .hasMessageContaining("without control characters");
    assertThatThrownBy(() -> new SeatId(text)).isInstanceOf(InvalidText.class);
  }

  @Test
  void aLabelHasOneToTwoHundredCharacters() {
    assertThat(new PublicLabel("x".repeat(200)).value()).hasSize(200);
    assertThatThrownBy(() -> new PublicLabel("x".repeat(201)))
        .hasMessage("Expected a label of 1 to 200 characters, but it has 201");
    assertThatThrownBy(() -> new PublicLabel("")).isInstanceOf(InvalidText.class);
    assertThatThrownBy(() -> new PublicLabel(" \t ")).isInstanceOf(InvalidText.class);
  }

  /** The offending text may be about a person: no message repeats it. */
  @Test
  void theMessageDoesNotRepeatTheText() {
    assertThatThrownBy(() -> new PublicLabel("jean@example.org")).hasMessageNotContaining("jean");
    assertThatThrownBy(() -> new SeatId("jean@example.org")).hasMessageNotContaining("jean");
  }

  /** Imported plans call seats by UUIDs; about every fiftieth holds ten digits after a zero. */
  @Test
  void uuidsAreLabels() {
    Random random = new Random(42);
    for (int n = 0; n < 20_000; n++) {
      String uuid = new UUID(random.nextLong(), random.nextLong()).toString();
      assertThat(new PublicLabel(uuid).value()).isEqualTo(uuid);
    }
  }
}
