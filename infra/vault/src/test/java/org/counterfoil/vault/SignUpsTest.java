package org.counterfoil.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Strangers are counted by all processes together, and are forgotten when they count no more. */
class SignUpsTest {

  private static final int MOST = 20;
  private static final Duration PER = Duration.ofHours(10);
  private static final int PROCESSES = 3;
  private static final int EACH = 30;

  @TempDir private Path folder;

  @Test
  void soManyAreLetThrough_andAgainAsTimePasses() {
    TestVault vault = new TestVault(folder);
    SignUps signUps = process(vault);
    assertThat(letThrough(signUps, mark(1), MOST + 5)).isEqualTo(MOST);
    assertThat(signUps.count(mark(1), MOST, PER))
        .hasValueSatisfying(
            wait -> assertThat(wait).isPositive().isLessThanOrEqualTo(PER.dividedBy(MOST)));
    assertThat(letThrough(signUps, mark(2), 1)).as("somebody else").isEqualTo(1);

    pass(vault, PER.dividedBy(MOST).multipliedBy(3));
    assertThat(letThrough(signUps, mark(1), 5)).isEqualTo(3);
  }

  /** As if they ran on several machines; who starts later knows what was counted before. */
  @Test
  void allProcessesCountTogether_alsoAtOnce_andARestartForgetsNothing() throws Exception {
    TestVault vault = new TestVault(folder);
    List<Callable<Integer>> processes = new ArrayList<>();
    for (int number = 0; number < PROCESSES; number++) {
      SignUps process = process(vault);
      processes.add(() -> letThrough(process, mark(1), EACH));
    }
    assertThat(sum(processes)).isEqualTo(MOST);

    assertThat(letThrough(process(vault), mark(1), EACH)).as("after a restart").isZero();
  }

  /** What each would let through that counts by itself: were it so, the test above would fail. */
  @Test
  void processesThatCountByThemselvesLetThroughAsManyTimesAsMuch() throws Exception {
    List<Callable<Integer>> processes = new ArrayList<>();
    for (int number = 0; number < PROCESSES; number++) {
      SignUps process = process(new TestVault(folder.resolve("vault-" + number)));
      processes.add(() -> letThrough(process, mark(1), EACH));
    }
    assertThat(sum(processes)).isEqualTo(PROCESSES * MOST);
  }

  @Test
  void whoeverCountsNoMoreIsForgotten_andWhoCountsIsNot() {
    TestVault vault = new TestVault(folder);
    SignUps signUps = process(vault);
    letThrough(signUps, mark(1), 1);
    pass(vault, PER.dividedBy(MOST));
    letThrough(signUps, mark(2), 1);

    assertThat(signUps.forget()).isEqualTo(1);
    assertThat(vault.superuser().sql("select mark from vault.sign_up").query(byte[].class).list())
        .containsExactly(mark(2));
  }

  private static SignUps process(TestVault vault) {
    return new SignUps(vault.as("counterfoil_vault"));
  }

  private static int letThrough(SignUps signUps, byte[] mark, int times) {
    int through = 0;
    for (int time = 0; time < times; time++) {
      through += signUps.count(mark, MOST, PER).isEmpty() ? 1 : 0;
    }
    return through;
  }

  private static int sum(List<Callable<Integer>> processes) throws Exception {
    try (ExecutorService all = Executors.newVirtualThreadPerTaskExecutor()) {
      int sum = 0;
      for (Future<Integer> one : all.invokeAll(processes)) {
        sum += one.get();
      }
      return sum;
    }
  }

  private static void pass(TestVault vault, Duration time) {
    vault
        .superuser()
        .sql("update vault.sign_up set settled_at = settled_at - ? * interval '1 microsecond'")
        .param(time.toNanos() / 1_000)
        .update();
  }

  private static byte[] mark(int number) {
    byte[] mark = new byte[32];
    Arrays.fill(mark, (byte) number);
    return mark;
  }
}
