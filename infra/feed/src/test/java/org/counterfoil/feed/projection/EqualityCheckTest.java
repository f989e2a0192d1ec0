package org.counterfoil.feed.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.counterfoil.feed.projection.EqualityResult.TableComparison;
import org.counterfoil.feed.tally.Carrier;
import org.counterfoil.feed.tally.TallyBench;
import org.counterfoil.feed.tally.TallyLog;
import org.counterfoil.feed.tally.TallyProjection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Rebuilt equals live (I4), and the check would tell if it did not. */
@ParameterizedClass
@EnumSource(Carrier.class)
class EqualityCheckTest {

  @Parameter Carrier carrier;
  private TallyBench bench;
  private ProjectionRunner runner;

  @BeforeEach
  void runSome() throws InterruptedException {
    bench = new TallyBench(carrier);
    bench.log.recordSome(new Random(21), 400);
    runner = bench.run(new TallyProjection());
    bench.awaitAll(runner);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void findsTheSameRowsAtOneStatedPosition() throws Exception {
    EqualityResult result = runner.check();

    assertThat(result.isEqual()).isTrue();
    assertThat(result.at().position()).isEqualTo(bench.log.last());
    assertThat(result.tables())
        .extracting(TableComparison::table)
        .containsExactly("applied", "counted", "parked", "tally");
    assertThat(result.tables())
        .filteredOn(table -> !table.table().equals("parked"))
        .allSatisfy(
            table ->
                assertThat(table.liveRows())
                    .isEqualTo(bench.rows().get(table.table()).size())
                    .isEqualTo(table.rebuiltRows()));
    assertThat(runner.status().lastCheck()).isEqualTo(result);
    assertThat(bench.schemas()).containsExactly("tally");
  }

  @Test
  void findsTheSameRowsWhileEventsCome() throws Exception {
    CompletableFuture<Void> writing =
        CompletableFuture.runAsync(
            () -> {
              for (int seed = 0; seed < 30; seed++) {
                bench.log.recordSome(new Random(seed), 20);
              }
            });
    while (!writing.isDone()) {
      assertThat(runner.check().isEqual()).isTrue();
    }
    writing.join();
    bench.awaitAll(runner);
    assertThat(bench.rows()).isEqualTo(bench.expectedRows());
  }

  @Test
  void findsARowThatWasChangedOneThatWasAddedAndOneThatWasRemoved() throws Exception {
    assertThat(bench.update("update tally set sum = sum + 1 where id = ?", TallyLog.tally(3)))
        .isEqualTo(1);
    assertThat(bench.update("insert into counted select * from counted limit 1")).isEqualTo(1);
    assertThat(bench.update("delete from applied where position = 0")).isEqualTo(1);

    EqualityResult result = runner.check();

    assertThat(result.isEqual()).isFalse();
    TableComparison changed = table(result, "tally");
    assertThat(changed.onlyLive()).isEqualTo(1);
    assertThat(changed.onlyRebuilt()).isEqualTo(1);
    assertThat(changed.examples()).containsExactly("(" + TallyLog.tally(3) + ")");
    TableComparison added = table(result, "counted"); // there is an equal row, rightly
    assertThat(added.onlyLive()).isEqualTo(1);
    assertThat(added.onlyRebuilt()).isZero();
    assertThat(added.liveRows()).isEqualTo(added.rebuiltRows() + 1);
    TableComparison removed = table(result, "applied");
    assertThat(removed.onlyLive()).isZero();
    assertThat(removed.onlyRebuilt()).isEqualTo(1);
    assertThat(removed.examples()).containsExactly("(0)");
    assertThat(table(result, "parked").isEqual()).isTrue();
  }

  private static TableComparison table(EqualityResult result, String name) {
    return result.tables().stream()
        .filter(table -> table.table().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
