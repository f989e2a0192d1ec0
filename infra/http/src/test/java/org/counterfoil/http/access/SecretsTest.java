package org.counterfoil.http.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.counterfoil.domain.OrderId;
import org.counterfoil.domain.access.ApiTokenId;
import org.counterfoil.domain.access.LoginLinkId;
import org.counterfoil.domain.seathold.HoldId;
import org.junit.jupiter.api.Test;

/** Secrets are the same for ever, different for everything, and cannot be made without the key. */
class SecretsTest {

  private static final UUID ID = UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8057");

  private final Secrets secrets = new Secrets(key(1));

  private static byte[] key(int seed) {
    byte[] key = new byte[32];
    new Random(seed).nextBytes(key);
    return key;
  }

  /** Written down once: a change here would make every secret worthless that was handed out. */
  @Test
  void they_are_what_they_always_were() {
    Secrets known = new Secrets(new byte[32]);

    assertThat(
            List.of(
                known.holdSecret(new HoldId(ID)),
                known.apiToken(new ApiTokenId(ID)),
                known.operatorTokenId("operator's own").toString(),
                HexFormat.of().formatHex(known.derivedKey("purpose", "name"))))
        .containsExactly(
            "5Op6g7z17MS3xPotMsVfa9RkUklIC1iJanOTrHku650",
            "cft_01890a5dac96774bbcceb302099a8057_elzq7FObwC7TOkYK-HaB7fOlLGo1T-FTr8CGxDh1EBA",
            "0fe054da-bdb9-8d22-9c59-e58210c65bae",
            "5069dff2ac43d85c134bc10127101a733f5de701741684bc3473c88f6444f8e0");
  }

  @Test
  void they_survive_a_restart_and_another_key_makes_others() {
    assertThat(new Secrets(key(1)).holdSecret(new HoldId(ID)))
        .isEqualTo(secrets.holdSecret(new HoldId(ID)))
        .isNotEqualTo(new Secrets(key(2)).holdSecret(new HoldId(ID)));
  }

  @Test
  void each_id_and_each_purpose_has_its_own() {
    List<String> all = new ArrayList<>();
    for (UUID id : List.of(ID, new UUID(ID.getMostSignificantBits(), 1))) {
      all.add(secrets.holdSecret(new HoldId(id)));
      all.add(secrets.orderSecret(new OrderId(id)));
      all.add(secrets.apiToken(new ApiTokenId(id)).substring(37));
      all.add(secrets.loginLink(new LoginLinkId(id)).substring(33));
      all.add(secrets.session(new LoginLinkId(id)).substring(33));
    }

    assertThat(all).doesNotHaveDuplicates().allMatch(text -> text.length() >= 43);
  }

  @Test
  void what_was_written_is_read_and_nothing_else() {
    assertThat(secrets.readApiToken(secrets.apiToken(new ApiTokenId(ID))))
        .isEqualTo(new ApiTokenId(ID));
    assertThat(secrets.readLoginLink(secrets.loginLink(new LoginLinkId(ID))))
        .isEqualTo(new LoginLinkId(ID));
    assertThat(secrets.readSession(secrets.session(new LoginLinkId(ID))))
        .isEqualTo(new LoginLinkId(ID));

    assertThat(secrets.readSession(secrets.loginLink(new LoginLinkId(ID)))).isNull();
    assertThat(secrets.readApiToken(new Secrets(key(2)).apiToken(new ApiTokenId(ID)))).isNull();
    assertThat(secrets.readApiToken("")).isNull();
    assertThat(secrets.readApiToken("cft_" + "g".repeat(32) + "_" + "A".repeat(43))).isNull();
  }

  @Test
  void one_changed_character_is_a_forgery() {
    String token = secrets.apiToken(new ApiTokenId(ID));

    for (int i = 0; i < token.length(); i++) {
      assertThat(secrets.readApiToken(changed(token, i))).as("character %d", i).isNull();
    }
  }

  private static String changed(String text, int at) {
    char other = text.charAt(at) == '1' ? '2' : '1';
    return text.substring(0, at) + other + text.substring(at + 1);
  }

  @Test
  void an_operator_s_token_has_an_id_that_does_not_tell_its_text() {
    assertThat(secrets.operatorTokenId("text")).isEqualTo(secrets.operatorTokenId("text"));
    assertThat(secrets.operatorTokenId("text").value().version()).isEqualTo(8);
    assertThat(secrets.operatorTokenId("text"))
        .isNotEqualTo(secrets.operatorTokenId("texts"))
        .isNotEqualTo(new Secrets(key(2)).operatorTokenId("text"));
  }

  @Test
  void a_key_has_32_bytes() {
    assertThatThrownBy(() -> new Secrets(new byte[31])).hasMessageContaining("32 bytes");
  }
}
