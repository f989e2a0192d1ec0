package org.counterfoil.command.privacy.capture;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import org.counterfoil.domain.privacy.register.NoticeVersionId;
import org.counterfoil.domain.privacy.register.PurposeKey;
import org.jspecify.annotations.Nullable;

/**
 * What a person tells of itself, for what, and what it agrees to.
 *
 * @param values by field, such as {@code email}
 * @param captures for which purposes each field is told, and under which notice
 * @param consents its answers, each to one purpose
 */
public record ToldWish(
    @Nullable Map<String, String> values,
    @Nullable Map<String, List<CaptureWish>> captures,
    @Nullable List<ConsentWish> consents) {

  /** For which purpose a field is told, and what the person was shown. */
  public record CaptureWish(
      @Schema(example = "ticket-delivery") PurposeKey purpose, NoticeVersionId notice) {}

  /**
   * A yes or a no to one purpose. What is missing is not given.
   *
   * @param notice what the person was shown
   */
  public record ConsentWish(
      @Schema(example = "newsletter") PurposeKey purpose, boolean given, NoticeVersionId notice) {}

  /** Whether nothing is told. */
  public boolean isEmpty() {
    return (values == null || values.isEmpty()) && (captures == null || captures.isEmpty());
  }

  /** No value is in it. */
  @Override
  public String toString() {
    return "ToldWish[…]";
  }
}
