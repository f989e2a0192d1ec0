package org.counterfoil.feed.tally;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.counterfoil.eventstore.log.RecordedEvent;

/** What {@link TallyProjection} should make of events, in memory. */
final class TallyModel {

  private record Row(long sum, int events, long lastPosition) {}

  private final Map<UUID, Row> tallies = new TreeMap<>();
  private final List<String> counted = new ArrayList<>();
  private final List<String> applied = new ArrayList<>();

  void apply(RecordedEvent event) {
    if (!(event.envelope().payload() instanceof TallyEvent known)) {
      return;
    }
    applied.add("(" + event.position() + ")");
    switch (known) {
      case TallyEvent.Counted(UUID tally, long amount) -> {
        counted.add("(" + tally + "," + amount + ")");
        Row row = tallies.getOrDefault(tally, new Row(0, 0, 0));
        tallies.put(tally, new Row(row.sum() + amount, row.events() + 1, event.position()));
      }
      case TallyEvent.Cleared(UUID tally) ->
          tallies.computeIfPresent(
              tally, (id, row) -> new Row(0, row.events(), row.lastPosition()));
    }
  }

  Map<String, List<String>> rows() {
    Map<String, List<String>> rows = new TreeMap<>();
    List<String> sums = new ArrayList<>();
    tallies.forEach(
        (id, row) ->
            sums.add("(%s,%d,%d,%d)".formatted(id, row.sum(), row.events(), row.lastPosition())));
    rows.put("tally", sums.stream().sorted().toList());
    rows.put("counted", counted.stream().sorted().toList());
    rows.put("applied", applied.stream().sorted().toList());
    return rows;
  }
}
