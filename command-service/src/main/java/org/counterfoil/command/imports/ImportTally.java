package org.counterfoil.command.imports;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.counterfoil.command.imports.ImportReport.ConsentFigures;
import org.counterfoil.domain.privacy.imports.ImportFigures;
import org.counterfoil.domain.privacy.imports.ImportId;
import org.counterfoil.domain.privacy.register.PurposeKey;
import org.jspecify.annotations.Nullable;

/** Counts what an import does, person by person. */
final class ImportTally {

  private static final int MOST_FAULTS = 1_000;

  private static final class Answers {
    private int given;
    private int refused;
    private final Map<NotCounted, Integer> notCounted = new EnumMap<>(NotCounted.class);
  }

  private final CheckedMapping mapping;
  private final FilePeople file;
  private final Map<PurposeKey, Integer> captures = new LinkedHashMap<>();
  private final Map<PurposeKey, Answers> answers = new LinkedHashMap<>();
  private int newPeople;
  private int knownPeople;
  private int unchangedPeople;
  private int peopleNotTaken;
  private int suppressedPeople;

  ImportTally(CheckedMapping mapping, FilePeople file) {
    this.mapping = mapping;
    this.file = file;
    mapping.consents().forEach(one -> answers.put(key(one), new Answers()));
  }

  private static PurposeKey key(MappedConsent consent) {
    return consent.purpose().purpose().key();
  }

  private Answers to(MappedConsent consent) {
    return Objects.requireNonNull(answers.get(key(consent)));
  }

  void add(PersonPlan plan) {
    if (plan.known() != null) {
      knownPeople++;
      unchangedPeople += plan.isNothing() ? 1 : 0;
    } else if (plan.isNothing()) {
      peopleNotTaken++;
    } else {
      newPeople++;
    }
    suppressedPeople += plan.isSuppressed() ? 1 : 0;
    plan.captures().forEach(one -> captures.merge(one.purpose().purpose().key(), 1, Integer::sum));
    for (FileAnswer answer : plan.answers()) {
      Answers counted = to(answer.mapped());
      counted.given += answer.isGiven() ? 1 : 0;
      counted.refused += answer.isGiven() ? 0 : 1;
    }
    plan.notCounted()
        .forEach(one -> to(one.consent()).notCounted.merge(one.reason(), 1, Integer::sum));
  }

  ImportFigures figures() {
    return new ImportFigures(
        file.lines(),
        newPeople,
        knownPeople,
        captures.values().stream().mapToInt(Integer::intValue).sum(),
        answers.values().stream().mapToInt(one -> one.given + one.refused).sum(),
        answers.values().stream()
            .flatMap(one -> one.notCounted.values().stream())
            .mapToInt(Integer::intValue)
            .sum(),
        file.reader().faultyLines());
  }

  /**
   * The whole of it.
   *
   * @param importId missing where nothing was written
   */
  ImportReport report(@Nullable ImportId importId) {
    List<LineFault> faults = file.reader().faults();
    return new ImportReport(
        importId == null,
        importId,
        mapping.wish().source(),
        mapping.wish().exportedAt(),
        file.lines(),
        newPeople,
        knownPeople,
        unchangedPeople,
        peopleNotTaken,
        suppressedPeople,
        new LinkedHashMap<>(captures),
        answers.entrySet().stream()
            .map(
                one ->
                    new ConsentFigures(
                        one.getKey(),
                        one.getValue().given,
                        one.getValue().refused,
                        one.getValue().notCounted))
            .toList(),
        file.repeatedLines(),
        file.reader().faultyLines(),
        faults.subList(0, Math.min(MOST_FAULTS, faults.size())));
  }
}
