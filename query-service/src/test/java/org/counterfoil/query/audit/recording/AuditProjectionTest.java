package org.counterfoil.query.audit.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.counterfoil.domain.OrderId;
import org.counterfoil.domain.PublicContact;
import org.counterfoil.domain.PublicLabel;
import org.counterfoil.domain.order.OrderEvent.OrderPlaced;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.privacy.controller.ControllerDescription;
import org.counterfoil.domain.privacy.controller.ControllerEvent.ControllerDescribed;
import org.counterfoil.domain.privacy.imports.ImportEvent.PeopleImported;
import org.counterfoil.domain.privacy.imports.ImportFigures;
import org.counterfoil.domain.privacy.imports.ImportId;
import org.counterfoil.domain.privacy.imports.SourceCode;
import org.counterfoil.domain.privacy.register.PersonalField;
import org.counterfoil.domain.privacy.register.PurposeKey;
import org.counterfoil.domain.privacy.request.RightsRequestEvent.RequestAnswered;
import org.counterfoil.domain.privacy.request.RightsRequestId;
import org.counterfoil.domain.privacy.subject.CaptureId;
import org.counterfoil.domain.privacy.subject.DataKeyId;
import org.counterfoil.domain.privacy.subject.DataSubject;
import org.counterfoil.domain.privacy.subject.DataSubject.KeptField;
import org.counterfoil.domain.privacy.subject.DataSubjectId;
import org.counterfoil.feed.projection.ParkedEvent;
import org.counterfoil.feed.projection.Projection;
import org.counterfoil.feed.projection.ProjectionRunner;
import org.counterfoil.query.audit.scope.AuditSnapshot;
import org.counterfoil.query.audit.subject.ConsentQueries;
import org.counterfoil.query.audit.subject.ConsentState;
import org.counterfoil.query.audit.subject.NoticeTexts;
import org.counterfoil.query.given.Bench;
import org.counterfoil.query.given.Carrier;
import org.counterfoil.query.given.People;
import org.counterfoil.query.given.PeopleByChance;
import org.counterfoil.query.given.ProjectionTest;
import org.counterfoil.query.given.SalesByChance;
import org.counterfoil.query.given.TestLog;
import org.counterfoil.query.live.AsOf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The records are always what the domain's own state of each person says. */
@ParameterizedClass
@EnumSource(Carrier.class)
class AuditProjectionTest extends ProjectionTest {

  private static final int STEPS = 220;
  private static final int MOMENTS = 12;

  private final List<People> houses = new ArrayList<>();

  @Override
  protected Projection projection() {
    return new AuditProjection();
  }

  @Override
  protected DataSource tables(Bench of) {
    return of.audit();
  }

  @Override
  protected void sell() {
    new SalesByChance(office, performances, SEED).act(40);
    List<OrderId> orders =
        bench.log().written().stream()
            .map(TestLog.Written::event)
            .filter(OrderPlaced.class::isInstance)
            .map(event -> ((OrderPlaced) event).orderId())
            .toList();
    for (OrganisationId organisation : organisations) {
      People people = new People(bench.log(), organisation, START);
      houses.add(people);
      describe(organisation);
      new PeopleByChance(bench.log(), people, orders, START, SEED + houses.size()).act(STEPS);
    }
  }

  private void describe(OrganisationId organisation) {
    bench
        .log()
        .append(
            organisation,
            START,
            List.of(
                new ControllerDescribed(
                    organisation,
                    new ControllerDescription(
                        new PublicLabel("4 quai du Lac"),
                        new PublicContact("contact@theatre.example"),
                        null,
                        null,
                        List.of(),
                        List.of(),
                        List.of())),
                new PeopleImported(
                    new ImportId(People.id()),
                    organisation,
                    new SourceCode("OLD-BOX-OFFICE"),
                    START,
                    new ImportFigures(7, 5, 1, 4, 3, 2, 1))));
  }

  @Override
  protected Set<String> filled() {
    return Set.of(
        "organisation",
        "controller",
        "purpose",
        "notice",
        "capture",
        "consent_answer",
        "subject_step",
        "same_person",
        "erasure",
        "disclosure",
        "disclosed_subject",
        "reading",
        "request",
        "request_subject",
        "people_import",
        "performance",
        "order_performance",
        "kept_until",
        "kept_people");
  }

  @Test
  void theRecordsAreWhatTheStateOfEachPersonSays() throws Exception {
    try (ProjectionRunner runner = bench.run(new AuditProjection())) {
      bench.awaitAll(runner);
      assertThat(runner.parked()).isEmpty();
      ConsentQueries consents =
          new ConsentQueries(new AuditSnapshot(bench.audit()), new NoticeTexts(bench.reader()));
      Random random = new Random(SEED);
      int kept = 0;
      int agreed = 0;
      for (People people : houses) {
        for (var one : people.subjects().entrySet()) {
          assertThat(fields(one.getKey()))
              .as("%s by seed %s", one.getKey(), SEED)
              .containsExactlyInAnyOrderElementsOf(one.getValue().fields());
          kept += one.getValue().fields().size();
          agreed += agreed(people, one.getKey(), one.getValue(), consents, random);
        }
      }
      assertThat(kept).as("kept by seed %s", SEED).isPositive();
      assertThat(agreed).as("agreed by seed %s", SEED).isPositive();
    }
  }

  /** A record with a hole in it proves nothing: the organisation's waits, the other's goes on. */
  @Test
  void whatCannotBeRecordedStopsItsOrganisation_andNothingMayBeGivenUp() throws Exception {
    People stopped = houses.getFirst();
    People other = houses.getLast();
    bench
        .log()
        .append(
            stopped.organisation(),
            START,
            List.of(new RequestAnswered(new RightsRequestId(People.id()), stopped.organisation())));
    DataSubjectId later = stopped.somebody();
    stopped.capture(later, People.NEWSLETTER, START, null, PersonalField.EMAIL);
    DataSubjectId elsewhere = other.somebody();
    other.capture(elsewhere, People.NEWSLETTER, START, null, PersonalField.EMAIL);
    try (ProjectionRunner runner = bench.run(new AuditProjection())) {
      bench.awaitAll(runner);

      assertThat(runner.parked())
          .extracting(ParkedEvent::key)
          .containsOnly(stopped.organisation().toString());
      assertThat(fields(later)).isEmpty();
      assertThat(fields(elsewhere)).hasSize(1);
      assertThat(runner.check().isEqual()).isTrue();
      assertThat(new AuditProjection().mayDiscard()).isFalse();
    }
  }

  private List<KeptField> fields(DataSubjectId subject) {
    return JdbcClient.create(bench.audit())
        .sql(
            """
            select purpose, field, capture_id, key_id from audit.capture
            where subject_id = ? and ended_position is null
            """)
        .param(subject.value())
        .query(
            (row, number) ->
                new KeptField(
                    new PurposeKey(row.getString("purpose")),
                    PersonalField.valueOf(row.getString("field")),
                    new CaptureId(row.getObject("capture_id", UUID.class)),
                    new DataKeyId(row.getObject("key_id", UUID.class))))
        .list();
  }

  /** At how many of some moments it had agreed. */
  private static int agreed(
      People people,
      DataSubjectId subject,
      DataSubject state,
      ConsentQueries consents,
      Random random) {
    if (state.mergedInto().isEmpty() && state.organisationId().isEmpty()) {
      return 0;
    }
    int agreed = 0;
    for (int moment = 0; moment < MOMENTS; moment++) {
      Instant at = START.plus(Duration.ofHours(random.nextInt(STEPS * 18)));
      boolean isInForce =
          consents.of(people.organisation(), subject, new AsOf.Time(at), 0).consents().stream()
              .filter(consent -> consent.purpose().equals(People.NEWSLETTER.value()))
              .anyMatch(ConsentState::isInForce);
      assertThat(isInForce)
          .as("%s at %s by seed %s", subject, at, SEED)
          .isEqualTo(state.hasConsented(People.NEWSLETTER, at));
      agreed += isInForce ? 1 : 0;
    }
    return agreed;
  }
}
