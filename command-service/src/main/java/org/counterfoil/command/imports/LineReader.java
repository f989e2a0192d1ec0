package org.counterfoil.command.imports;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.counterfoil.command.imports.ImportMapping.ConsentColumns;
import org.counterfoil.command.privacy.capture.EmailForm;
import org.counterfoil.domain.InvalidText;
import org.counterfoil.domain.privacy.imports.SourceCode;
import org.counterfoil.domain.privacy.register.PersonalField;
import org.counterfoil.domain.privacy.register.RegisterEvent.NoticePublished;
import org.counterfoil.vault.PersonalValue;
import org.jspecify.annotations.Nullable;

/** Reads lines one by one; a line with a fault is told with all its faults, and taken by nobody. */
final class LineReader {

  private static final Set<String> YES = Set.of("1", "yes", "y", "true", "oui", "o", "vrai", "x");
  private static final Set<String> NO = Set.of("0", "no", "n", "false", "non", "faux");

  private final CheckedMapping mapping;
  private final Columns columns;
  private final FileTimes times;
  private final List<LineFault> faults = new ArrayList<>();
  private int faultyLines;

  LineReader(CheckedMapping mapping, Columns columns, FileTimes times) {
    this.mapping = mapping;
    this.columns = columns;
    this.times = times;
  }

  /** All faults of the lines that were read. */
  List<LineFault> faults() {
    return List.copyOf(faults);
  }

  int faultyLines() {
    return faultyLines;
  }

  /** What it tells; nothing where something is wrong with it. */
  Optional<FileLine> read(CsvLine line) {
    int before = faults.size();
    FileLine read = columns.fit(line) ? readFitting(line) : null;
    if (!columns.fit(line)) {
      fault(line, null, FaultCode.COLUMNS_DIFFER);
    }
    if (faults.size() == before) {
      return Optional.ofNullable(read);
    }
    faultyLines++;
    return Optional.empty();
  }

  private @Nullable FileLine readFitting(CsvLine line) {
    Map<PersonalField, PersonalValue> values = new EnumMap<>(PersonalField.class);
    boolean isTold = false;
    for (Map.Entry<PersonalField, String> each : mapping.columns().entrySet()) {
      String text = columns.value(line, each.getValue());
      isTold |= text != null;
      PersonalValue value = text == null ? null : value(line, each.getKey(), each.getValue(), text);
      if (value != null) {
        values.put(each.getKey(), value);
      }
    }
    PersonalValue identity = identity(line, values);
    if (!isTold) {
      fault(line, null, FaultCode.NOTHING_TOLD);
    }
    List<FileAnswer> answers = new ArrayList<>();
    for (MappedConsent consent : mapping.consents()) {
      FileAnswer answer = answer(line, consent);
      if (answer != null) {
        answers.add(answer);
      }
    }
    Instant lastContact = time(line, mapping.wish().lastContact());
    return identity == null
        ? null
        : new FileLine(line.number(), identity, values, answers, lastContact);
  }

  private @Nullable PersonalValue identity(CsvLine line, Map<PersonalField, PersonalValue> values) {
    String column = mapping.wish().reference();
    if (column == null) {
      PersonalValue email = values.get(PersonalField.EMAIL);
      boolean isMissing = columns.value(line, mapping.columns().get(PersonalField.EMAIL)) == null;
      if (isMissing) {
        fault(line, mapping.columns().get(PersonalField.EMAIL), FaultCode.NOBODY_NAMED);
      }
      return email == null ? null : PlainEmail.of(email);
    }
    String text = columns.value(line, column);
    if (text == null) {
      fault(line, column, FaultCode.NOBODY_NAMED);
      return null;
    }
    return plain(line, column, text);
  }

  private @Nullable PersonalValue value(
      CsvLine line, PersonalField field, String column, String text) {
    if (field == PersonalField.EMAIL && !EmailForm.matches(text)) {
      fault(line, column, FaultCode.INVALID_EMAIL);
      return null;
    }
    return plain(line, column, text);
  }

  private @Nullable PersonalValue plain(CsvLine line, String column, String text) {
    try {
      return new PersonalValue(text);
    } catch (InvalidText wrong) {
      fault(line, column, FaultCode.INVALID_VALUE);
      return null;
    }
  }

  private @Nullable FileAnswer answer(CsvLine line, MappedConsent consent) {
    ConsentColumns where = consent.columns();
    String word = columns.value(line, where.answer());
    if (word == null) {
      return null;
    }
    Boolean isGiven = isGiven(where, word);
    if (isGiven == null) {
      fault(line, where.answer(), FaultCode.INVALID_ANSWER);
      return null;
    }
    return new FileAnswer(
        consent,
        isGiven,
        text(line, consent),
        columns.value(line, where.text()) != null,
        time(line, where.at()),
        source(line, where),
        columns.value(line, where.source()) != null);
  }

  private static @Nullable Boolean isGiven(ConsentColumns where, String word) {
    String plain = word.toLowerCase(Locale.ROOT);
    if (where.yes() == null ? YES.contains(plain) : where.yes().contains(word)) {
      return true;
    }
    return (where.no() == null ? NO.contains(plain) : where.no().contains(word)) ? false : null;
  }

  private @Nullable NoticePublished text(CsvLine line, MappedConsent consent) {
    String column = consent.columns().text();
    if (column == null) {
      return consent.notice();
    }
    String word = columns.value(line, column);
    return word == null ? null : consent.texts().get(word);
  }

  private @Nullable Instant time(CsvLine line, @Nullable String column) {
    String text = columns.value(line, column);
    if (text == null) {
      return null;
    }
    Instant at = times.read(text);
    if (at == null) {
      fault(line, column, FaultCode.INVALID_TIME);
    } else if (at.isAfter(mapping.wish().exportedAt())) {
      fault(line, column, FaultCode.TIME_AFTER_EXPORT);
    }
    return at;
  }

  private @Nullable SourceCode source(CsvLine line, ConsentColumns where) {
    String word = columns.value(line, where.source());
    if (word == null) {
      return where.sourceCode();
    }
    // Only what the mapping lists: a word of the file itself may be anything, also a telephone.
    return where.sources() == null ? null : where.sources().get(word);
  }

  private void fault(CsvLine line, @Nullable String column, FaultCode code) {
    faults.add(new LineFault(line.number(), column, code));
  }

  /** A line that tells something else of a person than one before it. */
  void differs(FileLine line) {
    faults.add(new LineFault(line.number(), null, FaultCode.DIFFERS_FROM_EARLIER_LINE));
    faultyLines++;
  }
}
