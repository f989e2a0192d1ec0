package org.counterfoil.feed.projection;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.counterfoil.feed.FeedPosition;

/**
 * What comparing the live rows with rows built anew from the log has found.
 *
 * @param at the position at which both were compared, the same in every partition
 * @param tables one each, by name
 * @param checkedAt when it was done
 * @param took from the first event to the last comparison
 */
public record EqualityResult(
    FeedPosition at, List<TableComparison> tables, Instant checkedAt, Duration took) {

  /**
   * One table, every column of every row, both ways.
   *
   * @param liveRows how many the live table has
   * @param rebuiltRows how many the one built anew has
   * @param onlyLive rows that only the live table has, counted as often as they occur
   * @param onlyRebuilt rows that only the one built anew has
   * @param examples primary keys of at most a few of these rows; whole rows where there is none
   */
  public record TableComparison(
      String table,
      long liveRows,
      long rebuiltRows,
      long onlyLive,
      long onlyRebuilt,
      List<String> examples) {

    public TableComparison {
      examples = List.copyOf(examples);
    }

    public boolean isEqual() {
      return onlyLive == 0 && onlyRebuilt == 0;
    }
  }

  public EqualityResult {
    tables = List.copyOf(tables);
  }

  public boolean isEqual() {
    return tables.stream().allMatch(TableComparison::isEqual);
  }
}
