package org.counterfoil.eventstore.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.counterfoil.domain.order.OrderEvent.PaymentCaptured;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class CapturedOfMoneyTest {

  private static final Path OLD =
      Path.of("src", "test", "resources", "approved", "order.payment-captured.r1.json");

  @Test
  void whatWasReceivedBeforeVouchersPaidForJointOrdersNamesNone() throws IOException {
    PaymentCaptured captured = (PaymentCaptured) EventCodec.domain().decode(old()).payload();

    assertThat(captured.voucherId()).isNull();
    assertThat(captured.amount().minor()).isEqualTo(2500);
  }

  @Test
  void withoutTheUpcasterItIsNotRead() {
    EventCodec codec = new EventCodec(EventCatalogue.domain(), List.of());

    assertThatThrownBy(() -> codec.decode(old())).isInstanceOf(UnknownEventName.class);
  }

  private static byte[] old() throws IOException {
    JsonMapper plain = JsonMapper.builder().build();
    return plain.writeValueAsBytes(plain.readTree(Files.readAllBytes(OLD)));
  }
}
