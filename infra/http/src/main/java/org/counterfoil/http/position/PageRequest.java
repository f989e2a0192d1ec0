package org.counterfoil.http.position;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which page of a list is asked for, by {@code ?limit=} and {@code ?cursor=}; endpoints take it as
 * a method argument, functional ones by {@link Cursors#pageOf}. A query reads {@link #fetch} rows
 * after the key {@link #after} and hands them to {@link #page}.
 */
public final class PageRequest {

  /** How many items a page has where nobody asks. */
  public static final int USUAL_LIMIT = 100;

  /** How many it has at most. */
  public static final int MAX_LIMIT = 500;

  private final int limit;
  private final @Nullable String after;
  private final Function<String, String> cursorOf;

  PageRequest(int limit, @Nullable String after, Function<String, String> cursorOf) {
    this.limit = limit;
    this.after = after;
    this.cursorOf = cursorOf;
  }

  /** 1 to 500. */
  public int limit() {
    return limit;
  }

  /** How many rows to read: one more than the limit, to see whether there is a next page. */
  public int fetch() {
    return limit + 1;
  }

  /**
   * The key of the last item of the page before, as {@link #page} was told it; missing at first.
   */
  public @Nullable String after() {
    return after;
  }

  /**
   * The page.
   *
   * @param rows up to {@link #fetch} of them
   * @param key the sort key of an item, as text; it goes into the cursor, which is signed but not
   *     hidden, and MUST NOT be about a person
   */
  public <T> Page<T> page(List<T> rows, Function<T, String> key) {
    if (rows.size() <= limit) {
      return new Page<>(rows, null);
    }
    List<T> items = rows.subList(0, limit);
    return new Page<>(items, cursorOf.apply(key.apply(items.getLast())));
  }
}
