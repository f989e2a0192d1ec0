package org.counterfoil.command.order;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import org.counterfoil.command.privacy.capture.ToldWish;
import org.counterfoil.command.privacy.capture.ToldWish.CaptureWish;
import org.counterfoil.domain.privacy.register.NoticeVersionId;
import org.counterfoil.domain.privacy.register.PersonalField;
import org.counterfoil.domain.privacy.register.PurposeKey;
import org.jspecify.annotations.Nullable;

/**
 * Whose a ticket is, where a law or the organiser asks for that.
 *
 * @param name of whoever will come
 * @param notice what it was shown
 * @param purpose why the name is asked; {@code nominative-sport} where missing
 */
public record HolderWish(
    @Schema(example = "A. N. Example") String name,
    NoticeVersionId notice,
    @Schema(example = "nominative-sport") @Nullable PurposeKey purpose) {

  private static final PurposeKey USUAL = new PurposeKey("nominative-sport");

  /** As what is told of a person. */
  ToldWish told() {
    String field = PersonalField.NAME.key();
    CaptureWish capture = new CaptureWish(purpose == null ? USUAL : purpose, notice);
    return new ToldWish(Map.of(field, name), Map.of(field, List.of(capture)), List.of());
  }

  /** Without the name. */
  @Override
  public String toString() {
    return "HolderWish[…]";
  }
}
