package org.counterfoil.query.audit.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.counterfoil.domain.OrderId;
import org.counterfoil.domain.access.Role;
import org.counterfoil.domain.order.OrderEvent.OrderPlaced;
import org.counterfoil.domain.performance.PerformanceCommand.ReschedulePerformance;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.domain.privacy.register.DpvPurpose;
import org.counterfoil.domain.privacy.register.LawfulBasis;
import org.counterfoil.domain.privacy.register.PersonalField;
import org.counterfoil.domain.privacy.register.Retention;
import org.counterfoil.domain.privacy.register.RetentionPeriod;
import org.counterfoil.domain.privacy.register.RetentionStart;
import org.counterfoil.query.given.Onsale;
import org.counterfoil.query.given.People;
import org.counterfoil.query.given.PeopleByChance;
import org.counterfoil.query.given.RunningQueryService;
import org.counterfoil.query.given.SalesByChance;
import org.counterfoil.query.given.TestLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/**
 * What the officer is told of everybody is counted as events come; it is always what counting all
 * of it anew gives. The reference is what was asked at each look before anything was counted.
 */
class KeptFiguresTest {

  private static final List<RetentionStart> STARTS = List.of(RetentionStart.values());

  private static final String DUE =
      """
      select subject_id || ' ' || purpose || ' ' || array_to_string(fields, ',') || ' '
        || retention_start || ' ' || retention_period || ' ' || starts_on || ' ' || ends_on
      from (
        select k.subject_id, k.purpose, array_agg(distinct k.field order by k.field) as fields,
          min(k.retention_start) as retention_start, min(k.retention_period) as retention_period,
          max(k.starts_on) as starts_on, max(k.ends_on) as ends_on
        from audit.kept_field k
        where k.organisation_id = ?
        group by k.subject_id, k.purpose) kept
      order by ends_on, subject_id, purpose
      """;

  private static final String MAP =
      """
      select k.purpose || ' ' || k.field || ' ' || k.lawful_basis || ' '
        || count(distinct k.subject_id) || ' ' || min(k.ends_on) || ' ' || max(k.ends_on)
      from audit.kept_field k where k.organisation_id = ?
      group by k.purpose, k.field, k.lawful_basis
      order by k.purpose, k.field, k.lawful_basis
      """;

  private static final String PEOPLE =
      """
      select count(distinct subject_id)::text from audit.capture
      where organisation_id = ? and ended_position is null
      """;

  private static final String OF_PURPOSES =
      """
      select p.purpose || ' ' || (
        select count(distinct c.subject_id) from audit.capture c
        where c.organisation_id = p.organisation_id and c.purpose = p.purpose
          and c.ended_position is null)
      from audit.purpose p where p.organisation_id = ? and p.version = 1 order by p.position
      """;

  private final RunningQueryService service = RunningQueryService.shared();
  private final Onsale onsale = Onsale.on(service);
  private final List<PerformanceId> performances = List.of(onsale.performance(), onsale.another());
  private final People people = new People(service.log(), onsale.organisation(), Onsale.START);
  private final String token = service.token(Role.DPO, onsale.organisation());
  private final JdbcClient tables =
      JdbcClient.create(service.beans(DataSource.class).get("auditDataSource"));

  @ParameterizedTest
  @ValueSource(longs = {20_261_127, 4, 1_789})
  void theyAreWhatCountingEverythingAnewGives(long seed) {
    Random random = new Random(Long.getLong("counterfoil.seed", seed));
    System.out.println("counterfoil.seed=" + seed);
    List<OrderId> orders = new ArrayList<>();
    SalesByChance sales = new SalesByChance(onsale.office(), performances, random.nextLong());
    PeopleByChance acting =
        new PeopleByChance(service.log(), people, orders, Onsale.START, random.nextLong());
    int told = 0;
    for (int slice = 0; slice < 12; slice++) {
      sales.act(40);
      placed()
          .filter(order -> !orders.contains(order))
          .toList()
          .forEach(order -> tell(order, orders));
      acting.act(1 + random.nextInt(30));
      if (random.nextInt(3) == 0) {
        move(performances.get(random.nextInt(performances.size())), random.nextInt(200));
      }
      if (random.nextInt(4) == 0) {
        declareAnew(random);
      }
      told += requireAlike("slice " + slice + " by seed " + seed);
    }
    assertThat(told).as("told by seed %s", seed).isPositive();
  }

  /** If it could not tell one person more or a day too many, it would prove nothing. */
  @Test
  void aWrongFigureIsFound() {
    people.capture(people.somebody(), People.NEWSLETTER, Onsale.START, null, PersonalField.EMAIL);
    requireAlike("before");
    for (String wrong :
        List.of(
            "update audit.kept_until set people = people + 1 where organisation_id = ?",
            "update audit.kept_people set people = people + 1 where organisation_id = ?",
            "update audit.capture set ends_on = ends_on + 1 where organisation_id = ?")) {
      service.tamper(wrong, onsale.organisation().value());
      assertThatThrownBy(() -> requireAlike(wrong)).isInstanceOf(AssertionError.class);
      service.tamper(wrong.replace("+ 1", "- 1"), onsale.organisation().value());
      requireAlike("put right");
    }
  }

  private Stream<OrderId> placed() {
    return service.log().written().stream()
        .filter(written -> onsale.organisation().equals(written.organisation()))
        .map(TestLog.Written::event)
        .filter(OrderPlaced.class::isInstance)
        .map(event -> ((OrderPlaced) event).orderId());
  }

  /** Whoever buys tells an e-mail, and may exchange for another night later. */
  private void tell(OrderId order, List<OrderId> orders) {
    orders.add(order);
    people.capture(people.somebody(), People.DELIVERY, Onsale.START, order, PersonalField.EMAIL);
  }

  private void move(PerformanceId performance, int days) {
    Instant startsAt = Onsale.START.plus(Duration.ofDays(30L + days));
    onsale.office().end(new ReschedulePerformance(performance, startsAt, null));
  }

  /** A purpose may come to stand on another basis, for another time. */
  private void declareAnew(Random random) {
    people.declare(
        People.purpose(
            People.DELIVERY,
            "Envoi des billets",
            DpvPurpose.CUSTOMER_ORDER_MANAGEMENT,
            random.nextBoolean() ? LawfulBasis.CONTRACT : LawfulBasis.LEGITIMATE_INTEREST,
            new Retention(
                STARTS.get(random.nextInt(STARTS.size())),
                new RetentionPeriod(random.nextBoolean() ? "P6M" : "P2Y")),
            PersonalField.EMAIL,
            PersonalField.NAME),
        Onsale.START);
  }

  /** Answers how much there was to tell. */
  private int requireAlike(String when) {
    List<String> due = due();
    assertThat(due).as(when).isEqualTo(naive(DUE));
    JsonNode map = get("/data-map");
    assertThat(map.get("lines").valueStream().map(KeptFiguresTest::line))
        .as(when)
        .isEqualTo(naive(MAP));
    assertThat(List.of(map.get("people").asString())).as(when).isEqualTo(naive(PEOPLE));
    assertThat(get("/register").get("activities").valueStream().map(KeptFiguresTest::ofPurpose))
        .as(when)
        .isEqualTo(naive(OF_PURPOSES));
    return due.size();
  }

  private List<String> naive(String sql) {
    return tables.sql(sql).param(onsale.organisation().value()).query(String.class).list();
  }

  /** All of it, by pages of three. */
  private List<String> due() {
    List<String> all = new ArrayList<>();
    String next = "/retention/due?until=2199-12-31&limit=3";
    while (next != null) {
      JsonNode page = get(next);
      page.get("items").valueStream().map(KeptFiguresTest::dueOf).forEach(all::add);
      JsonNode cursor = page.get("nextCursor");
      next =
          cursor.isNull()
              ? null
              : "/retention/due?until=2199-12-31&limit=3&cursor=" + cursor.asString();
    }
    return all;
  }

  private static String dueOf(JsonNode item) {
    return String.join(
        " ",
        item.get("subjectId").asString(),
        item.get("purpose").asString(),
        String.join(",", item.get("fields").valueStream().map(JsonNode::asString).toList()),
        item.get("startsAt").asString(),
        item.get("period").asString(),
        item.get("startedOn").asString(),
        item.get("endsOn").asString());
  }

  private static String line(JsonNode line) {
    return String.join(
        " ",
        line.get("purpose").asString(),
        line.get("field").asString(),
        line.get("lawfulBasis").asString(),
        line.get("people").asString(),
        line.get("firstEndsOn").asString(),
        line.get("lastEndsOn").asString());
  }

  private static String ofPurpose(JsonNode activity) {
    return activity.get("purpose").asString() + " " + activity.get("people").asString();
  }

  private JsonNode get(String path) {
    var answer =
        service.get(
            "/api/v1/privacy/" + onsale.organisation() + path,
            Stream.concat(
                    Stream.of(service.upToDate(token)), Stream.of("Disclosure-Reason", "AUDIT"))
                .toArray(String[]::new));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return RunningQueryService.json(answer);
  }
}
