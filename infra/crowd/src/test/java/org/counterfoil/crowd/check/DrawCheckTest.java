package org.counterfoil.crowd.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The hashes and places were computed with Python's hashlib and hmac: seed 00…1f, visitors
 * SHA-256("a"), SHA-256("b"), SHA-256("c") in ascending order.
 */
class DrawCheckTest {

  private static final String SEED =
      "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";
  private static final String SEED_HASH =
      "630dcd2966c4336691125448bbb25b4ff412a49c732db2c8abc1b8581bd710dd";
  private static final String LIST_HASH =
      "46c4cf3be906323205e07cbafdad7e8927571191219c9e48b052ddc906d44495";
  private static final List<String> VISITORS =
      List.of(
          "2e7d2c03a9507ae265ecf5b5356885a53393a2029d241394997265a1a25aefc6",
          "3e23e8160039594a33894f6564e1b1348bbd7a0088d42c4acb73eeaed59c009d",
          "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb");
  private static final Map<String, Integer> PLACES =
      Map.of(
          "2e7d2c03a9507ae265ecf5b5356885a53393a2029d241394997265a1a25aefc6",
          2,
          "3e23e8160039594a33894f6564e1b1348bbd7a0088d42c4acb73eeaed59c009d",
          3,
          "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb",
          1);

  @Test
  void theDrawThatWasCommittedToIsVerified() {
    Checked checked = DrawCheck.of(SEED, SEED_HASH, LIST_HASH, "", VISITORS, PLACES);

    assertThat(checked.holds()).as(checked.examples().toString()).isTrue();
    assertThat(checked.checked()).isEqualTo(5);
  }

  @Test
  void anotherSeedListOrderOrBeaconIsFound() {
    String other = SEED.replace("1f", "2f");
    assertThat(DrawCheck.of(other, SEED_HASH, LIST_HASH, "", VISITORS, Map.of()).faults())
        .isEqualTo(1);
    assertThat(
            DrawCheck.of(SEED, SEED_HASH, LIST_HASH, "", VISITORS.subList(1, 3), Map.of()).faults())
        .isEqualTo(1);
    assertThat(
            DrawCheck.of(SEED, SEED_HASH, LIST_HASH, "", VISITORS, Map.of(VISITORS.getFirst(), 9))
                .faults())
        .isEqualTo(1);
    assertThat(DrawCheck.of(SEED, SEED_HASH, LIST_HASH, "dice", VISITORS, PLACES).faults())
        .as("with a beacon the order is another")
        .isEqualTo(2);
    assertThat(DrawCheck.of("", "", "", "", List.of(), Map.of()).holds()).isFalse();
  }
}
