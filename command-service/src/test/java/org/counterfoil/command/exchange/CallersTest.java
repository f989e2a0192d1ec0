package org.counterfoil.command.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import org.counterfoil.domain.performance.SalesChannel;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallersTest {

  @ParameterizedTest
  @CsvSource({
    "FNAC, FNAC",
    "Web shop (fr), WEB_SHOP_FR",
    "Office du tourisme d'Évian, OFFICE_DU_TOURISME_D_VIAN",
    "'  ', WEB",
    "日本, WEB",
    "a-very-long-label-that-goes-on-and-on-and-on, A_VERY_LONG_LABEL_THAT_GOES_ON_A"
  })
  void aLabelNamesAChannel(String label, String channel) {
    assertThat(Callers.channelNamed(label)).isEqualTo(new SalesChannel(channel));
  }
}
