package org.counterfoil.domain;

import java.util.List;
import java.util.regex.Pattern;

/** What a decision was, for tests that expect one thing. */
public final class Then {

  private static final Pattern DETAIL = Pattern.compile("Expected .+, but .+", Pattern.DOTALL);

  private Then() {}

  /** The events of a decision that must have been accepted. */
  public static List<Event> events(Decision<? extends Event> decision) {
    return switch (decision) {
      case Decision.Accepted<? extends Event> accepted -> List.copyOf(accepted.events());
      case Decision.Rejected<? extends Event> rejected ->
          throw new AssertionError("Expected events, but " + rejected);
    };
  }

  /** The code of a decision that must have been refused, in the words every refusal has. */
  public static Rejection code(Decision<? extends Event> decision) {
    return switch (decision) {
      case Decision.Accepted<? extends Event> accepted ->
          throw new AssertionError("Expected a refusal, but " + accepted);
      case Decision.Rejected<? extends Event> rejected -> {
        if (!DETAIL.matcher(rejected.detail()).matches() || rejected.detail().contains("null")) {
          throw new AssertionError("Expected \"Expected …, but …\", but: " + rejected.detail());
        }
        yield rejected.code();
      }
    };
  }
}
