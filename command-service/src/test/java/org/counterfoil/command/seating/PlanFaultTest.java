package org.counterfoil.command.seating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.counterfoil.command.seating.PlanFiles.faults;
import static org.counterfoil.command.seating.PlanFiles.own;
import static org.counterfoil.command.seating.PlanFiles.plan;
import static org.counterfoil.command.seating.PlanFiles.read;
import static org.counterfoil.command.seating.PlanFiles.theatre;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.counterfoil.domain.seating.PlanFault;
import org.counterfoil.domain.seating.SeatId;
import org.counterfoil.domain.seating.SeatKind;
import org.counterfoil.domain.seating.SeatPosition;
import org.counterfoil.domain.seating.SeatingPlanCheck;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every class of fault, each named with its place; and what is at the edge of being one. */
class PlanFaultTest {

  private static final String SEAT = "{\"label\":\"1\"}";

  private static String ownWith(String sections, String areas) {
    return "{\"name\":\"P\",\"zones\":[{\"name\":\"Z\"}],\"sections\":[%s],\"areas\":[%s]}"
        .formatted(sections, areas);
  }

  private static String ownRow(String row) {
    return ownWith("{\"name\":\"S\",\"zone\":\"Z\",\"rows\":[%s]}".formatted(row), "");
  }

  @Test
  void everyFaultIsListedAtOnceWithItsPlace() {
    String file =
        """
        {"zones":[{"name":"Z","rank":-1},{"name":"Z"},{"rank":"best"}],
         "sections":[{"name":"S","zone":"NOWHERE","rows":[
           {"label":"A","seats":[{"id":"x","label":"1"},{"id":"x","label":2,"rank":0,"kind":"SOFA"}]},
           {"label":"B"},
           {"label":"C","seats":[],"seatRange":{"from":1,"to":2}},
           {"label":"D","seatRange":{"from":1,"to":-2}},
           {"label":"E","seatRange":{"from":5,"to":1}},
           {"label":"F","seats":[{"label":"1","x":3},{"label":"2","x":1e300,"y":0},{"laebl":"3"}]}]}],
         "areas":[{"name":"PIT","zone":"Z","capacity":-5},{"name":"PIT","zone":"Z","capacity":1.5}],
         "colour":"red"}
        """;

    assertThat(faults(file))
        .extracting(PlanFault::path, PlanFault::message)
        .contains(
            tuple("name", "Expected a name for the plan, but there is none"),
            tuple("zones[0].rank", "Expected a rank from 1 to 1000000, but it is -1"),
            tuple("zones[1]", "Expected zone names to be unique, but \"Z\" repeats"),
            tuple("zones[2].rank", "Expected a whole number, but it is a text"),
            tuple("zones[2].name", "Expected a zone name, but there is none"),
            tuple(
                "sections[0].rows[0].seats[0].zone",
                "Expected a zone of this plan, but \"NOWHERE\" is unknown, named 7 times"),
            tuple("sections[0].rows[0].seats[1].label", "Expected a text, but it is a number"),
            tuple(
                "sections[0].rows[0].seats[1].kind",
                "Expected one of [STANDARD, WHEELCHAIR, COMPANION, EASY_ACCESS], but it is another"),
            tuple(
                "sections[0].rows[0].seats[1].rank",
                "Expected a rank from 1 to 1000000, but it is 0"),
            tuple("sections[0].rows[1]", "Expected either seats or a seatRange, but there is none"),
            tuple(
                "sections[0].rows[2]",
                "Expected either seats or a seatRange, but there is more than one"),
            tuple(
                "sections[0].rows[3].seatRange",
                "Expected numbers within 0 to 1000000, but got from 1 to -2, step null"),
            tuple(
                "sections[0].rows[4].seatRange",
                "Expected steps that lead from the first to the last, but got from 5 to 1, step"
                    + " null"),
            tuple(
                "sections[0].rows[5].seats[0]", "Expected x and y together, but there is only one"),
            tuple(
                "sections[0].rows[5].seats[1].x",
                "Expected a length within 1000000, but it is beyond"),
            tuple(
                "sections[0].rows[5].seats[2].laebl",
                "Expected id, label, rank, x, y, kind or restrictedView, but this field is"
                    + " unknown"),
            tuple("sections[0].rows[5].seats[2].label", "Expected a seat label, but there is none"),
            tuple("areas[0].capacity", "Expected a capacity from 1 to 1000000, but it is -5"),
            tuple(
                "areas[1].capacity",
                "Expected a whole number, but it is a number with a fraction or exponent"),
            tuple("colour", "Expected a field of the format, but this one is unknown"))
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   ",
        "seats;rows",
        "<plan/>",
        "{\"name\":\"P\"",
        "{\"name\":\"P\",}",
        "{\"name\":\"P\",\"name\":\"Q\"}",
        "{\"name\":NaN}",
        "{} {}",
        "[]",
        "null",
        "42",
        "\"plan\""
      })
  void whatIsNoJsonObjectIsRefused(String file) {
    assertThat(faults(file))
        .isNotEmpty()
        .allSatisfy(f -> assertThat(f.message()).contains("Expected"));
  }

  @Test
  void whatIsNoUtf8IsRefused() {
    byte[] latin1 = "{\"name\":\"Théâtre\"}".getBytes(StandardCharsets.ISO_8859_1);

    var result = PlanReader.read(new ByteArrayInputStream(latin1));

    assertThat(result).isInstanceOf(SeatingPlanCheck.Result.Faulty.class);
  }

  @Test
  void aFileThatBreaksOffSaysWhere() {
    String file = own(theatre(10));

    assertThat(faults(file.substring(0, file.length() - 30)))
        .singleElement()
        .satisfies(
            fault ->
                assertThat(fault.message()).contains("Expected JSON").contains("line 1, column"));
  }

  @Test
  void deepNestingIsRefusedWhereverItStands() {
    String deep = "[".repeat(10_000) + "]".repeat(10_000);

    assertThat(faults("{\"name\":" + deep + "}")).isNotEmpty();
    assertThat(faults("{\"categories\":[],\"unknown\":" + deep + "}")).isNotEmpty();
    assertThat(faults(deep)).isNotEmpty();
  }

  @Test
  void fieldsOfBothFormatsAreRefused() {
    assertThat(faults("{\"name\":\"P\",\"categories\":[],\"zones\":[],\"sections\":[]}"))
        .singleElement()
        .satisfies(fault -> assertThat(fault.message()).contains("fields of both"));
  }

  @Test
  void asManySeatsAsAllowedAreTakenAndOneMoreIsNot() {
    String most = ownRow("{\"label\":\"A\",\"seatRange\":{\"from\":1,\"to\":200000}}");
    String more = ownRow("{\"label\":\"A\",\"seatRange\":{\"from\":0,\"to\":200000}}");

    assertThat(plan(most).seatCount()).isEqualTo(SeatingPlanCheck.MAX_SEATS);
    assertThat(faults(more))
        .containsExactly(
            new PlanFault("sections", "Expected at most 200000 seats, but there are 200001"));
  }

  @Test
  void absurdCountsAreCountedAndNotKept() {
    String ranges =
        ownRow(
            String.join(
                ",",
                java.util.Collections.nCopies(
                    5_000, "{\"label\":\"A\",\"seatRange\":{\"from\":0,\"to\":1000000}}")));
    String seats =
        ownRow(
            "{\"label\":\"A\",\"seats\":["
                + String.join(",", java.util.Collections.nCopies(2_000_000, "{}"))
                + "]}");
    String wrong = ownRow("{\"label\":\"A\",\"seats\":[" + "1,".repeat(3_000_000) + "1]}");

    Assertions.assertTimeout(
        Duration.ofSeconds(20),
        () -> {
          assertThat(faults(ranges)).last().asString().contains("there are 2147483647");
          assertThat(faults(seats)).last().asString().contains("there are 2000000");
          assertThat(faults(wrong))
              .hasSize(PlanFaults.MOST_LISTED + 1)
              .last()
              .asString()
              .contains("more");
        });
  }

  @Test
  void tooManyZonesOrAreasAreRefused() {
    String areas =
        "{\"name\":\"A\",\"zone\":\"Z\",\"capacity\":1}".repeat(201).replace("}{", "},{");

    assertThat(faults(ownWith("", areas)))
        .contains(new PlanFault("areas", "Expected at most 200 areas, but there are 201"));
  }

  @Test
  void anEmptyPlanIsRefused() {
    assertThat(faults(ownWith("", "")))
        .containsExactly(
            new PlanFault("sections", "Expected at least one seat or area, but there is none"));
  }

  @ParameterizedTest
  @CsvSource({"1,9,2,5", "9,1,-2,5", "39,1,-2,20", "4,4,1,1", "0,1,1,2"})
  void rangesCountInStepsEitherWay(int from, int to, int step, int count) {
    String row =
        "{\"label\":\"A\",\"seatRange\":{\"from\":%d,\"to\":%d,\"step\":%d}}"
            .formatted(from, to, step);

    var plan = plan(ownRow(row));

    assertThat(plan.seatCount()).isEqualTo(count);
    assertThat(plan.seat(0).id()).isEqualTo(new SeatId("S-A-" + from));
    assertThat(plan.seat(1 % count).label().value())
        .isEqualTo(String.valueOf(from + step * (1 % count)));
  }

  @Test
  void everythingTheOwnFormatKnowsIsKept() {
    var plan =
        plan(
            """
            {"areas":[{"capacity":900,"zone":"Pit","name":"PIT"}],
             "sections":[{"rows":[{"seats":[
                {"label":"1","kind":"WHEELCHAIR","x":1.25,"y":-3},
                {"label":"2","restrictedView":true,"rank":7,"id":"two"}],"rank":4,"label":"A"}],
                "zone":"Best","name":"ORCH"}],
             "zones":[{"rank":2,"name":"Best"},{"name":"Pit"}],"name":"Hall"}
            """);

    var first = plan.seat(0);
    assertThat(first.id()).isEqualTo(new SeatId("ORCH-A-1"));
    assertThat(first.kind()).isEqualTo(SeatKind.WHEELCHAIR);
    assertThat(first.rank()).isEqualTo(4);
    assertThat(first.position()).isEqualTo(new SeatPosition(125, -300));
    var second = plan.seat(1);
    assertThat(second.id()).isEqualTo(new SeatId("two"));
    assertThat(second.rank()).isEqualTo(7);
    assertThat(second.restrictedView()).isTrue();
    assertThat(plan.areas()).singleElement().extracting(a -> a.capacity()).isEqualTo(900);
    assertThat(plan.zones()).extracting(z -> z.rank()).containsExactly(2, 2);
  }

  @Test
  void pretixPositionsAddUpAndGapsInItsNumberingAreTaken() {
    var plan =
        plan(
            """
            {"zones":[{"rows":[{"seats":[
               {"category":"C","position":{"y":2.5,"x":1},"seat_number":"","seat_guid":""}],
               "row_number":"","position":{"x":10,"y":20}}],"position":{"x":100,"y":200.25}}],
             "name":"Petite salle","categories":[{"name":"C"}],"size":{"width":1,"height":1}}
            """);

    assertThat(plan.seat(0).position()).isEqualTo(new SeatPosition(11_100, 22_275));
    assertThat(plan.seat(0).id()).isEqualTo(new SeatId("Petite salle----"));
    assertThat(plan.seat(0).section().value()).isEqualTo("Petite salle");
  }

  @Test
  void anUnknownPretixCategoryIsNamed() {
    String file =
        """
        {"name":"P","categories":[{"name":"C"}],"zones":[{"name":"S","position":{"x":0,"y":0},"rows":[
          {"row_number":"A","seats":[{"seat_guid":"a","seat_number":"1","category":"D","position":{"x":0,"y":0}}]}]}]}
        """;

    assertThat(faults(file))
        .containsExactly(
            new PlanFault(
                "zones[0].rows[0].seats[0].zone",
                "Expected a zone of this plan, but \"D\" is unknown, named 1 times"));
  }

  @Test
  void damagedFilesNeverBreakTheReader() {
    long seed = Long.getLong("counterfoil.seed", 20_261_124L);
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    List<String> files =
        List.of(
            own(theatre(30)),
            PlanFiles.pretix(theatre(30), true),
            ownRow("{\"seats\":[" + SEAT + "]}"));
    for (int round = 0; round < 3_000; round++) {
      byte[] file = files.get(round % files.size()).getBytes(StandardCharsets.UTF_8);
      for (int hits = random.nextInt(4); hits >= 0; hits--) {
        file[random.nextInt(file.length)] =
            (byte) "{}[],:\"0e-\\\u0000xé".charAt(random.nextInt(14));
      }
      assertThat(PlanReader.read(new ByteArrayInputStream(file))).isNotNull();
    }
  }

  @Test
  void theStoredDocumentIsThePlanAgainByteForByte() {
    for (String file :
        List.of(
            own(theatre(1_252)),
            PlanFiles.pretix(theatre(738), true),
            ownWith(
                "{\"name\":\"S\",\"zone\":\"Z\",\"rows\":[{\"label\":\"A\",\"seats\":[{\"label\":\"1\",\"x\":0.1,\"y\":99999.99,\"kind\":\"COMPANION\",\"restrictedView\":true}]}]}",
                "{\"name\":\"PIT\",\"zone\":\"Z\",\"capacity\":3}"))) {
      var plan = plan(file);
      byte[] document = PlanDocument.of(plan);
      var again = plan(new String(document, StandardCharsets.UTF_8));

      assertThat(again.seats()).isEqualTo(plan.seats());
      assertThat(again.areas()).isEqualTo(plan.areas());
      assertThat(again.zones()).isEqualTo(plan.zones());
      assertThat(again.name()).isEqualTo(plan.name());
      assertThat(PlanDocument.of(again)).isEqualTo(document);
    }
  }

  @Test
  void soundFilesAreNotFaulty() {
    assertThat(read(own(theatre(30)))).isInstanceOf(SeatingPlanCheck.Result.Sound.class);
  }
}
