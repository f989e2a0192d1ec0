package org.counterfoil.eventstore.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.counterfoil.domain.organisation.OrganisationEvent.VoucherTermsSet;
import org.counterfoil.domain.voucher.VoucherEvent.VoucherCredited;
import org.counterfoil.domain.voucher.VoucherEvent.VoucherExpired;
import org.counterfoil.domain.voucher.VoucherEvent.VoucherIssued;
import org.counterfoil.domain.voucher.VoucherEvent.VoucherSpent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Vouchers of before there were single-purpose ones are read as they were meant. */
class TaxedWhenSpentTest {

  private static final Path APPROVED = Path.of("src", "test", "resources", "approved");

  @Test
  void noneOfThemWasTaxedWhenItWasIssued() throws IOException {
    assertThat(((VoucherIssued) read("voucher.issued")).taxRate()).isNull();
    assertThat(((VoucherSpent) read("voucher.spent")).taxed()).isNull();
    assertThat(((VoucherCredited) read("voucher.credited")).taxed()).isNull();
    assertThat(((VoucherExpired) read("voucher.expired")).taxed()).isNull();
    assertThat(((VoucherTermsSet) read("organisation.voucher-terms-set")).terms().taxRate())
        .isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"voucher.issued", "voucher.spent", "organisation.voucher-terms-set"})
  void withoutTheUpcastersTheyAreNotRead(String name) {
    EventCodec codec = new EventCodec(EventCatalogue.domain(), List.of());

    assertThatThrownBy(() -> codec.decode(old(name))).isInstanceOf(UnknownEventName.class);
  }

  private static Object read(String name) throws IOException {
    return EventCodec.domain().decode(old(name)).payload();
  }

  private static byte[] old(String name) throws IOException {
    JsonMapper plain = JsonMapper.builder().build();
    return plain.writeValueAsBytes(
        plain.readTree(Files.readAllBytes(APPROVED.resolve(name + ".r1.json"))));
  }
}
