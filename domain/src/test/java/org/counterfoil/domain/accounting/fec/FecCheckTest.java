package org.counterfoil.domain.accounting.fec;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A sound file is sound; each fault planted in it is found by name. */
class FecCheckTest {

  private static final String NAME = "732829320FEC20261231.txt";

  @Test
  void aSoundFileIsSound() {
    assertThat(faults(NAME, file())).isEmpty();
    assertThat(FecLine.header().split("\t")).hasSize(18);
    assertThat(FecLine.fileName("732829320", LocalDate.of(2026, 12, 31))).isEqualTo(NAME);
  }

  @Test
  void aLineIsWrittenAsTheLawSays() {
    assertThat(file().get(1))
        .isEqualTo(
            "VT\tVentes de billets\t1\t20261001\t511\tCartes à encaisser\t\t\tOP-1\t20261001\tVente"
                + " 1 billet\t25,00\t0,00\t\t\t20261001\t\t");
  }

  static Stream<Arguments> planted() {
    return Stream.of(
        plant(FecFault.COLUMN_MISSING, 0, line -> line.replace("\tValidDate", "")),
        plant(FecFault.UNKNOWN_COLUMN, 0, line -> line + "\tMore"),
        plant(
            FecFault.COLUMNS_OUT_OF_ORDER,
            0,
            line -> line.replace("Debit\tCredit", "Credit\tDebit")),
        plant(FecFault.WRONG_SEPARATOR, 0, line -> line.replace('\t', ';')),
        plant(FecFault.WRONG_FIELD_COUNT, 2, line -> line.replaceFirst("\t\t", "\t")),
        plant(FecFault.FIELD_EMPTY, 1, line -> line.replace("OP-1", "")),
        plant(FecFault.INVALID_ENTRY_NUMBER, 1, field(2, "A1")),
        plant(FecFault.ENTRY_NUMBER_GAP, 4, field(2, "3"), 5, field(2, "3")),
        plant(FecFault.ENTRY_NOT_TOGETHER, 5, field(2, "1")),
        plant(FecFault.INVALID_DATE, 1, field(3, "20261301")),
        plant(FecFault.INVALID_DATE, 1, field(9, "01/10/2026")),
        plant(FecFault.DATE_OUTSIDE_YEAR, 1, field(3, "20270101")),
        plant(FecFault.VALIDATION_OUT_OF_ORDER, 4, field(15, "20260930")),
        plant(FecFault.VALIDATED_BEFORE_PIECE, 4, field(9, "20261003")),
        plant(FecFault.ENTRY_CHANGES_WITHIN, 2, field(0, "OD")),
        plant(FecFault.INVALID_ACCOUNT, 1, field(4, "53")),
        plant(FecFault.ACCOUNT_LABEL_CHANGES, 4, field(5, "Other")),
        plant(FecFault.INVALID_AMOUNT, 1, field(11, "25.00")),
        plant(FecFault.INVALID_AMOUNT, 1, field(11, "1 025,00")),
        plant(FecFault.DEBIT_AND_CREDIT, 1, field(12, "1,00")),
        plant(FecFault.NEITHER_DEBIT_NOR_CREDIT, 1, field(11, "0,00")),
        plant(FecFault.ENTRY_NOT_BALANCED, 1, field(11, "25,01"), 4, field(11, "24,99")),
        plant(FecFault.FILE_NOT_BALANCED, 1, field(11, "25,01")));
  }

  @ParameterizedTest
  @MethodSource("planted")
  void aPlantedFaultIsFoundByName(FecFault fault, List<String> lines) {
    assertThat(faults(NAME, lines)).contains(fault);
  }

  @Test
  void aWrongNameAnEmptyFileAndOddBytesAreFound() {
    assertThat(faults("732829320FEC2026.txt", file())).containsExactly(FecFault.WRONG_FILE_NAME);
    assertThat(faults("732829320FEC20261331.txt", file()))
        .containsExactly(FecFault.WRONG_FILE_NAME);
    assertThat(faults(NAME, List.of())).containsExactly(FecFault.EMPTY_FILE);
    assertThat(faults(NAME, file().subList(0, 1))).containsExactly(FecFault.EMPTY_FILE);
    FecCheck check = new FecCheck(NAME);
    file().forEach(check::next);
    check.unreadable();
    assertThat(check.end()).extracting(FecFinding::fault).containsExactly(FecFault.WRONG_ENCODING);
  }

  @Test
  void everyFaultIsPlantedSomewhere() {
    Set<FecFault> planted =
        EnumSet.of(FecFault.WRONG_FILE_NAME, FecFault.EMPTY_FILE, FecFault.WRONG_ENCODING);
    planted().forEach(arguments -> planted.add((FecFault) arguments.get()[0]));
    assertThat(planted).containsExactlyInAnyOrder(FecFault.values());
  }

  @Test
  void aFindingTellsItsLine() {
    FecCheck check = new FecCheck(NAME);
    List<String> lines = file();
    lines.set(4, field(4, "53").apply(lines.get(4)));
    lines.forEach(check::next);
    assertThat(check.end()).anyMatch(f -> f.fault() == FecFault.INVALID_ACCOUNT && f.line() == 5);
  }

  private static Set<FecFault> faults(String name, List<String> lines) {
    FecCheck check = new FecCheck(name);
    lines.forEach(check::next);
    Set<FecFault> faults = EnumSet.noneOf(FecFault.class);
    check.end().forEach(finding -> faults.add(finding.fault()));
    return faults;
  }

  private static Arguments plant(FecFault fault, int line, UnaryOperator<String> change) {
    List<String> lines = file();
    lines.set(line, change.apply(lines.get(line)));
    return Arguments.of(fault, lines);
  }

  private static Arguments plant(
      FecFault fault,
      int line,
      UnaryOperator<String> change,
      int other,
      UnaryOperator<String> otherChange) {
    List<String> lines = file();
    lines.set(line, change.apply(lines.get(line)));
    lines.set(other, otherChange.apply(lines.get(other)));
    return Arguments.of(fault, lines);
  }

  private static UnaryOperator<String> field(int column, String value) {
    return line -> {
      String[] fields = line.split("\t", -1);
      fields[column] = value;
      return String.join("\t", fields);
    };
  }

  private static List<String> file() {
    List<String> lines = new ArrayList<>();
    lines.add(FecLine.header());
    lines.add(line(1, "511", "Cartes à encaisser", 2_500, 0));
    lines.add(line(1, "487", "Produits constatés d'avance", 0, 2_370));
    lines.add(line(1, "445710", "TVA collectée", 0, 130));
    lines.add(line(2, "511", "Cartes à encaisser", 2_500, 0));
    lines.add(line(2, "487", "Produits constatés d'avance", 0, 2_500));
    return lines;
  }

  private static String line(
      int entry, String account, String label, long debitMinor, long creditMinor) {
    LocalDate date = LocalDate.of(2026, 10, entry);
    return new FecLine(
            "VT",
            "Ventes de billets",
            entry,
            date,
            account,
            label,
            "OP-" + entry,
            date,
            "Vente 1 billet",
            debitMinor,
            creditMinor,
            date,
            2)
        .text();
  }
}
