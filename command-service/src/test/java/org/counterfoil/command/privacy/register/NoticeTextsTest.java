package org.counterfoil.command.privacy.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.counterfoil.domain.order.Order;
import org.counterfoil.domain.privacy.controller.TransferSafeguard;
import org.counterfoil.domain.privacy.register.CaptureDoor;
import org.counterfoil.domain.privacy.register.LanguageTag;
import org.counterfoil.domain.privacy.register.PersonalField;
import org.counterfoil.domain.privacy.register.RetentionStart;
import org.counterfoil.domain.privacy.subject.ErasureReason;
import org.counterfoil.domain.privacy.subject.OrderRole;
import org.counterfoil.domain.privacy.subject.RestrictionReason;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a person is told by a code has words in each language. */
class NoticeTextsTest {

  private static Stream<String> keys() {
    return Stream.of(
            named("erasure.", ErasureReason.values()),
            named("label.", PersonalField.values()),
            named("field.", PersonalField.values()),
            named("from.", RetentionStart.values()),
            named("payment.", Order.PaymentStatus.values()),
            named("door.", CaptureDoor.values()),
            named("role.", OrderRole.values()),
            named("restriction.", RestrictionReason.values()),
            named("safeguard.", TransferSafeguard.values()),
            Stream.of("a", "b", "c", "d", "e", "f").map(point -> "lawful.A6-1-" + point),
            Stream.of("a", "b", "c", "d", "e", "f").map(point -> "basis.A6-1-" + point))
        .flatMap(all -> all);
  }

  private static Stream<String> named(String prefix, Enum<?>[] values) {
    return Arrays.stream(values).map(one -> prefix + one.name());
  }

  @ParameterizedTest
  @ValueSource(strings = {"fr", "en"})
  void eachCodeHasWords(String language) {
    NoticeTexts texts = NoticeTexts.in(new LanguageTag(language));
    List<String> words = keys().map(texts::message).toList();

    assertThat(words).hasSizeGreaterThan(30).noneMatch(String::isBlank);
    assertThatThrownBy(() -> texts.message("erasure.NEVER_HEARD_OF"))
        .isInstanceOf(IllegalStateException.class);
  }
}
