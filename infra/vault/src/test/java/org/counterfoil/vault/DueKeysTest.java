package org.counterfoil.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.counterfoil.vault.Vault.DueKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is due is found among a hundred thousand keys without looking at the others. Counted, not
 * timed: the pages of the database that are looked at.
 */
class DueKeysTest {

  private static final int KEYS = Integer.getInteger("counterfoil.captures", 100_000);
  private static final int PAGE = 200;
  private static final LocalDate FIRST = LocalDate.of(2030, 1, 1);

  /** Some for the keys and some for the index; all of them would be several hundred. */
  private static final int FEW_PAGES = 3 * PAGE;

  private static final Pattern PAGES = Pattern.compile("Buffers: shared hit=(\\d+)");

  @TempDir Path folder;

  @Test
  void amongManyKeysOnlyThoseThatAreDueAreLookedAt() {
    TestVault test = new TestVault(folder);
    test.superuser()
        .sql(
            """
            insert into vault.data_key
              (key_id, organisation_id, subject_id, purpose, wrapped, review_on)
            select gen_random_uuid(), '00000000-0000-7000-8000-000000000001', gen_random_uuid(),
              'changes', decode(repeat('ab', 150), 'hex'), date '2030-01-01' + n / 100
            from generate_series(0, ? - 1) n
            """)
        .param(KEYS)
        .update();
    test.superuser().sql("analyze vault.data_key").update();

    List<DueKey> due = test.vault().due(FIRST.plusDays(1), 1_000);

    assertThat(due).as("those of two days").hasSize(200);
    String plan = plan(test, FIRST.plusDays(1));
    assertThat(plan).contains("Index Scan").doesNotContain("Seq Scan");
    assertThat(pages(plan)).isBetween(1, FEW_PAGES);
    assertThat(pages(plan(test, FIRST.minusDays(1)))).as("nothing is due").isBetween(1, 10);
  }

  private static String plan(TestVault test, LocalDate day) {
    return String.join(
        "\n",
        test.superuser()
            .sql("explain (analyze, buffers, timing off) " + Vault.DUE)
            .params(day, PAGE)
            .query(String.class)
            .list());
  }

  private static int pages(String plan) {
    List<Integer> found = new ArrayList<>();
    Matcher pages = PAGES.matcher(plan);
    while (pages.find()) {
      found.add(Integer.valueOf(pages.group(1)));
    }
    assertThat(found).as(plan).isNotEmpty();
    return found.getFirst();
  }
}
