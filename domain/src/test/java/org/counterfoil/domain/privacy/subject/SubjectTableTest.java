package org.counterfoil.domain.privacy.subject;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.counterfoil.domain.DecisionTable;
import org.counterfoil.domain.Theatre;
import org.junit.jupiter.api.Test;

/** Walks {@code subject.table}: every command about a person in every situation. */
class SubjectTableTest {

  private final DecisionTable table = DecisionTable.read(SubjectTableTest.class, "subject.table");
  private final SubjectDecider decider = new SubjectDecider();

  @Test
  void everyCellIsAnsweredAsTheTableSays() {
    DecisionTable.Walk walk = table.walk(columns(), this::decide);

    System.out.println("subject.table: " + walk.rows() + " rows, " + walk.cells() + " cells");
    assertThat(walk.faults()).isEmpty();
    assertThat(walk.cells()).isGreaterThan(600);
  }

  @Test
  void makingADestroyedKeyAgainIsAFault() {
    DecisionTable.Walk walk =
        table.walk(
            columns(),
            cell -> {
              String answer = decide(cell);
              return answer.equals("PURPOSE_ERASED") ? "PersonalDataCaptured" : answer;
            });

    assertThat(walk.faults()).isNotEmpty().allMatch(fault -> fault.contains("PURPOSE_ERASED"));
  }

  private static Map<String, Set<String>> columns() {
    Map<String, Set<String>> columns = new LinkedHashMap<>();
    columns.put("command", DecisionTable.recordsOf(SubjectCommand.class));
    columns.put("person", DecisionTable.constantsOf(SubjectSituation.PersonCase.class));
    columns.put("consent", DecisionTable.constantsOf(SubjectSituation.ConsentCase.class));
    columns.put("says", DecisionTable.constantsOf(SubjectSituation.Says.class));
    return columns;
  }

  private String decide(Map<String, String> cell) {
    var person = SubjectSituation.PersonCase.valueOf(constant(cell.get("person")));
    var consent = SubjectSituation.ConsentCase.valueOf(constant(cell.get("consent")));
    var says = SubjectSituation.Says.valueOf(constant(cell.get("says")));
    boolean isBegun = person != SubjectSituation.PersonCase.NONE;
    if (!isBegun && consent != SubjectSituation.ConsentCase.NEVER) {
      return "impossible";
    }
    return SubjectSituation.command(cell.get("command"), says)
        .map(
            command ->
                DecisionTable.answer(
                    decider.decide(
                        command, SubjectSituation.given(decider, person, consent), Theatre.NOW)))
        .orElse("impossible");
  }

  private static String constant(String value) {
    return value.toUpperCase(Locale.ROOT).replace(' ', '_');
  }
}
