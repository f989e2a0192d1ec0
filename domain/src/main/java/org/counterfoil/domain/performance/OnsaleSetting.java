package org.counterfoil.domain.performance;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.counterfoil.domain.Decision;
import org.counterfoil.domain.performance.PerformanceCommand.SetOnsale;
import org.counterfoil.domain.performance.PerformanceEvent.OnsaleSet;
import org.counterfoil.domain.performance.PerformanceEvent.PresaleSet;
import org.jspecify.annotations.Nullable;

/** Decides when a sale is open, for whom. */
final class OnsaleSetting {

  private static final int MAX_SEATS_PER_CODE = 10_000_000;

  private OnsaleSetting() {}

  static Decision<PerformanceEvent> decide(SetOnsale set, Performance state, Instant now) {
    if (!state.exists()) {
      return PerformanceDecider.unknown(set.performanceId());
    }
    Decision<PerformanceEvent> refusal = PerformanceEnding.refuseEnded(state);
    refusal = refusal == null ? refuseWindows(set, now) : refusal;
    WaitingRoomChange room = new WaitingRoomChange(set, state, now);
    refusal = refusal == null ? room.refuse() : refusal;
    Presale presale = set.presale();
    refusal = refusal == null && presale != null ? refusePresale(presale, set) : refusal;
    if (refusal != null) {
      return refusal;
    }
    List<PerformanceEvent> events = new ArrayList<>();
    events.add(new OnsaleSet(set.performanceId(), set.window(), set.channels()));
    if (presale != null) {
      events.add(new PresaleSet(set.performanceId(), presale));
    } else if (state.presale != null) {
      Presale none = new Presale(List.of(), new OnsaleWindow(null, null), null);
      events.add(new PresaleSet(set.performanceId(), none));
    }
    events.addAll(room.events());
    return Decision.accept(events);
  }

  private static @Nullable Decision<PerformanceEvent> refuseWindows(SetOnsale set, Instant now) {
    List<OnsaleWindow> windows = new ArrayList<>();
    windows.add(set.window());
    set.channels().forEach(channel -> windows.add(channel.window()));
    if (set.presale() != null) {
      windows.add(set.presale().window());
    }
    if (!windows.stream().allMatch(window -> window.isWithinHorizon(now))) {
      return PerformanceDecider.outOfRange();
    }
    long distinct = set.channels().stream().map(ChannelWindow::channel).distinct().count();
    if (distinct < set.channels().size()) {
      return Decision.reject(
          PerformanceRejection.CHANNEL_REPEATED,
          "Expected each channel to have one window, but one has several");
    }
    if (!windows.stream().allMatch(OnsaleWindow::isSound)) {
      return Decision.reject(
          PerformanceRejection.CLOSES_BEFORE_OPENING,
          "Expected every sale to close after it opens, but one does not");
    }
    return null;
  }

  /** A presale that could never open anything is a mistake, and better told than kept. */
  private static @Nullable Decision<PerformanceEvent> refusePresale(
      Presale presale, SetOnsale set) {
    Instant opensAt = set.window().opensAt();
    Instant early = presale.window().opensAt();
    if (opensAt == null || (early != null && !early.isBefore(opensAt))) {
      return invalid("Expected a presale before the sale opens, but it would not be before");
    }
    boolean areDistinct = presale.codes().stream().distinct().count() == presale.codes().size();
    if (presale.codes().isEmpty() || !areDistinct) {
      return invalid("Expected at least one presale code, each once, but it is not so");
    }
    Integer most = presale.maxSeatsPerCode();
    return most == null || (most >= 1 && most <= MAX_SEATS_PER_CODE)
        ? null
        : invalid(
            "Expected from 1 to " + MAX_SEATS_PER_CODE + " seats per code, but it is " + most);
  }

  private static Decision<PerformanceEvent> invalid(String detail) {
    return Decision.reject(PerformanceRejection.INVALID_PRESALE, detail);
  }
}
