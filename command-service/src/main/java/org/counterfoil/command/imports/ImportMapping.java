package org.counterfoil.command.imports;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.counterfoil.command.privacy.capture.ToldWish.CaptureWish;
import org.counterfoil.domain.privacy.imports.SourceCode;
import org.counterfoil.domain.privacy.register.NoticeVersionId;
import org.counterfoil.domain.privacy.register.PurposeKey;
import org.jspecify.annotations.Nullable;

/**
 * What the columns of a file mean. Columns are named as in its head.
 *
 * @param source the system that the file was exported from
 * @param exportedAt when
 * @param reference the column by which that system knows a person; where missing, a person is known
 *     by its e-mail address
 * @param lastContact the column with when that system last heard of the person, which bought or
 *     clicked: what is kept after the last contact counts from then
 * @param fields the column of each field
 * @param captures for which purposes each field was told, and under which notice; purposes that
 *     rest on consent are under {@code consents} alone
 * @param dates how times are written; ISO where missing
 */
record ImportMapping(
    @Schema(example = "OLD-BOX-OFFICE") SourceCode source,
    Instant exportedAt,
    @Nullable String reference,
    @Nullable String lastContact,
    Map<String, String> fields,
    @Nullable Map<String, List<CaptureWish>> captures,
    @Nullable List<ConsentColumns> consents,
    @Nullable DateForm dates) {

  /** How times are written that have no offset: in the organisation's time zone. */
  enum DateForm {
    /** {@code 2026-01-31}, {@code 2026-01-31 18:30}, {@code 2026-01-31T17:30:00Z}. */
    ISO,
    /** {@code 31/01/2026}, {@code 31/01/2026 18:30}. */
    DMY
  }

  /**
   * Where the answers to one purpose stand. Without its text, its time or its source a yes counts
   * as not given.
   *
   * @param answer the column with yes or no
   * @param at the column with when it was given
   * @param source the column with where it was given: a word of {@code sources}
   * @param sources the code of each word in that column; another word is no source, and is not kept
   * @param sourceCode where all of them were given
   * @param notice the text that all of them were shown, published before
   * @param text the column that names the text which was shown
   * @param texts the published text that each word in that column names
   * @param yes words that mean yes; the usual ones where missing
   * @param no words that mean no; the usual ones where missing
   */
  record ConsentColumns(
      @Schema(example = "newsletter") PurposeKey purpose,
      String answer,
      @Nullable String at,
      @Nullable String source,
      @Nullable Map<String, SourceCode> sources,
      @Nullable SourceCode sourceCode,
      @Nullable NoticeVersionId notice,
      @Nullable String text,
      @Nullable Map<String, NoticeVersionId> texts,
      @Nullable List<String> yes,
      @Nullable List<String> no) {}
}
