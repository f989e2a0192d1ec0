package org.counterfoil.command.imports;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.counterfoil.domain.privacy.imports.ImportId;
import org.counterfoil.domain.privacy.imports.SourceCode;
import org.counterfoil.domain.privacy.register.PurposeKey;
import org.jspecify.annotations.Nullable;

/**
 * What an import did, or would do. Nothing that anybody told is in it.
 *
 * @param importId under which each person's origin is recorded; missing where nothing was written
 * @param lines without the head
 * @param newPeople who were not brought from that source before
 * @param knownPeople who were
 * @param unchangedPeople those of them of whom it told nothing new
 * @param peopleNotTaken of whom nothing may be kept, because no purpose is left for it
 * @param suppressedPeople whoever has whose address objected to advertising
 * @param repeatedLines lines that tell nothing that one before them did not
 * @param faultyLines lines that were refused
 * @param faults the first 1,000 of what is wrong with them
 */
record ImportReport(
    boolean dryRun,
    @Nullable ImportId importId,
    SourceCode source,
    Instant exportedAt,
    int lines,
    int newPeople,
    int knownPeople,
    int unchangedPeople,
    int peopleNotTaken,
    int suppressedPeople,
    Map<PurposeKey, Integer> captures,
    List<ConsentFigures> consents,
    int repeatedLines,
    int faultyLines,
    List<LineFault> faults) {

  /**
   * The answers to one purpose.
   *
   * @param given recorded, each yes
   * @param refused recorded, each no
   * @param notCounted each yes that counts as not given, by why
   */
  record ConsentFigures(
      PurposeKey purpose, int given, int refused, Map<NotCounted, Integer> notCounted) {}
}
