package org.counterfoil.query.given;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.domain.venue.VenueId;
import org.counterfoil.feed.projection.EqualityResult;
import org.counterfoil.feed.projection.Projection;
import org.counterfoil.feed.projection.ProjectionRunner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/**
 * What every projection of sales must hold to, on either carrier: given sales by chance, delivered
 * twice they give the same rows, and so they do when built anew. Who extends this adds what its own
 * rows must say.
 */
public abstract class ProjectionTest {

  protected static final Instant START = Instant.parse("2026-10-01T08:00:00Z");
  protected static final long SEED = Long.getLong("counterfoil.seed", 20_261_001);

  @Parameter protected Carrier carrier;
  protected final List<OrganisationId> organisations = new ArrayList<>();
  protected final List<PerformanceId> performances = new ArrayList<>();
  protected Bench bench;
  protected BoxOffice office;

  /** A new one each time. */
  protected abstract Projection projection();

  /** Where its rows are. */
  protected abstract DataSource tables(Bench of);

  /** Sells by chance. */
  protected abstract void sell();

  /** Tables that sales by chance fill. */
  protected abstract Set<String> filled();

  /** Two organisations, two evenings each. */
  @BeforeEach
  void given() {
    System.out.println("counterfoil.seed=" + SEED);
    bench = new Bench(carrier);
    office = new BoxOffice(bench.log(), House.plan(6, 11, 40), START);
    for (String name : List.of("Théâtre du Port", "Orchestre des Salines")) {
      OrganisationId organisation = office.organisation(name);
      organisations.add(organisation);
      VenueId venue = office.venue(organisation, name, true);
      for (int day = 1; day <= 2; day++) {
        Instant startsAt = START.plus(Duration.ofDays(30 + day));
        performances.add(office.performance(organisation, venue, "Evening " + day, startsAt));
      }
    }
    sell();
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void eachEventDeliveredTwiceGivesTheSameRows() throws Exception {
    Map<String, List<String>> once;
    try (ProjectionRunner runner = bench.run(projection())) {
      bench.awaitAll(runner);
      once = rows(bench);
      assertThat(filled()).allSatisfy(table -> assertThat(once.get(table)).isNotEmpty());
    }
    try (Bench other = new Bench(carrier)) {
      bench
          .log()
          .written()
          .forEach(
              w -> other.log().append(w.organisation(), w.at(), w.actor(), List.of(w.event())));
      try (ProjectionRunner runner = other.runTwice(projection())) {
        other.awaitAll(runner);
        assertThat(rows(other)).isEqualTo(once);
      }
    }
  }

  /** Whatever the batches were: live they were small, rebuilt they are large. */
  @Test
  void rebuiltRowsEqualLiveOnes() throws Exception {
    try (ProjectionRunner runner = bench.run(projection())) {
      bench.awaitAll(runner);
      new SalesByChance(office, performances, SEED + 1).act(50);
      bench.awaitAll(runner);
      EqualityResult result = runner.check();
      assertThat(result.isEqual()).as("%s by seed %s", result.tables(), SEED).isTrue();
      assertThat(result.tables())
          .filteredOn(table -> table.liveRows() > 0)
          .extracting(EqualityResult.TableComparison::table)
          .containsAll(filled());
    }
  }

  private Map<String, List<String>> rows(Bench of) {
    return of.rows(projection().name(), tables(of));
  }
}
