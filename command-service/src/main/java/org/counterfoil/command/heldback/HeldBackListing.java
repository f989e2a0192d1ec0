package org.counterfoil.command.heldback;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.counterfoil.command.heldback.HeldBackAnswers.Allotment;
import org.counterfoil.command.heldback.HeldBackAnswers.KeptUnderCode;
import org.counterfoil.command.heldback.HeldBackAnswers.Kill;
import org.counterfoil.domain.heldback.HeldBackEvent;
import org.counterfoil.domain.heldback.HeldBackEvent.AllotmentCascaded;
import org.counterfoil.domain.heldback.HeldBackEvent.AllotmentMade;
import org.counterfoil.domain.heldback.HeldBackEvent.AllotmentReturned;
import org.counterfoil.domain.heldback.HeldBackEvent.HoldCodeLifted;
import org.counterfoil.domain.heldback.HeldBackEvent.HoldCodeSet;
import org.counterfoil.domain.heldback.HeldBackEvent.PlacesKilled;
import org.counterfoil.domain.heldback.HeldBackEvent.PlacesRevived;
import org.counterfoil.domain.heldback.HeldBackId;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.eventstore.log.EventLog;
import org.counterfoil.eventstore.log.RecordedEvent;
import org.counterfoil.http.position.Page;
import org.counterfoil.http.position.PageRequest;

/**
 * What is held back of a performance now, read from the log. How many of the places are still free
 * is the dashboard's to tell.
 */
final class HeldBackListing {

  private final EventLog log;

  HeldBackListing(EventLog log) {
    this.log = log;
  }

  Page<KeptUnderCode> codes(PerformanceId performance, PageRequest page) {
    return page(open(performance), KeptUnderCode.class, KeptUnderCode::heldBackId, page);
  }

  Page<Kill> kills(PerformanceId performance, PageRequest page) {
    return page(open(performance), Kill.class, Kill::heldBackId, page);
  }

  Page<Allotment> allotments(PerformanceId performance, PageRequest page) {
    return page(open(performance), Allotment.class, Allotment::heldBackId, page);
  }

  /** In the order of their ids, which is the order in which they were made. */
  private static <T> Page<T> page(
      Map<HeldBackId, Object> open, Class<T> type, Function<T, HeldBackId> idOf, PageRequest page) {
    String after = page.after() == null ? "" : page.after();
    List<T> rows =
        open.values().stream()
            .filter(type::isInstance)
            .map(type::cast)
            .filter(each -> idOf.apply(each).toString().compareTo(after) > 0)
            .sorted(Comparator.comparing(each -> idOf.apply(each).toString()))
            .limit(page.fetch())
            .toList();
    return page.page(rows, each -> idOf.apply(each).toString());
  }

  private Map<HeldBackId, Object> open(PerformanceId performance) {
    Map<HeldBackId, Object> open = new LinkedHashMap<>();
    for (RecordedEvent recorded : log.readHeldBack(performance.value())) {
      HeldBackEvent event = (HeldBackEvent) recorded.envelope().payload();
      switch (event) {
        case HoldCodeSet set -> open.put(set.heldBackId(), KeptUnderCode.of(set));
        case PlacesKilled killed -> open.put(killed.heldBackId(), Kill.of(killed));
        case AllotmentMade made -> open.put(made.heldBackId(), Allotment.of(made));
        case HoldCodeLifted lifted -> open.remove(lifted.heldBackId());
        case PlacesRevived revived -> open.remove(revived.heldBackId());
        case AllotmentReturned returned -> open.remove(returned.heldBackId());
        case AllotmentCascaded cascaded -> {
          if (open.remove(cascaded.heldBackId()) instanceof Allotment before) {
            open.put(cascaded.next().heldBackId(), before.cascadedTo(cascaded.next()));
          }
        }
      }
    }
    return open;
  }
}
