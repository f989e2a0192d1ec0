package org.counterfoil.domain.performance;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.performance.PerformanceEvent.AccessiblePlacesReleased;
import org.counterfoil.domain.performance.PerformanceEvent.AgentsSet;
import org.counterfoil.domain.performance.PerformanceEvent.CancellationSettled;
import org.counterfoil.domain.performance.PerformanceEvent.OnsaleSet;
import org.counterfoil.domain.performance.PerformanceEvent.PerformanceCancelled;
import org.counterfoil.domain.performance.PerformanceEvent.PerformanceCompleted;
import org.counterfoil.domain.performance.PerformanceEvent.PerformanceRescheduled;
import org.counterfoil.domain.performance.PerformanceEvent.PerformanceScheduled;
import org.counterfoil.domain.performance.PerformanceEvent.PresaleSet;
import org.counterfoil.domain.performance.PerformanceEvent.PriceListChanged;
import org.counterfoil.domain.performance.PerformanceEvent.QuotasSet;
import org.counterfoil.domain.seating.SeatingPlan;
import org.counterfoil.domain.seating.SeatingPlans;
import org.counterfoil.domain.waitingroom.WaitingRoom;
import org.jspecify.annotations.Nullable;

/** The state of a performance as a whole: terms under which its places are sold. */
public final class Performance {

  final SeatingPlans plans;
  @Nullable PerformanceScheduled scheduled;
  @Nullable SeatingPlan plan;
  final List<PriceList> priceLists = new ArrayList<>();
  @Nullable OnsaleSet onsale;
  private final WaitingRoom waitingRoom = new WaitingRoom();
  @Nullable Presale presale;
  Set<PresaleCodeMark> presaleCodes = Set.of();
  List<PriceQuota> quotas = List.of();
  List<SalesAgent> agents = List.of();
  boolean areAccessiblePlacesReleased;
  @Nullable PerformanceRescheduled rescheduled;
  @Nullable PerformanceCompleted completed;
  @Nullable PerformanceCancelled cancelled;
  @Nullable CancellationSettled settled;

  public Performance(SeatingPlans plans) {
    this.plans = plans;
  }

  /**
   * The fewest events that lead to this state, but for the waiting room, which is copied by itself;
   * what a snapshot keeps of a performance.
   */
  public List<PerformanceEvent> essentials() {
    List<PerformanceEvent> events = new ArrayList<>();
    events.add(scheduled());
    for (int version = 2; version <= priceLists.size(); version++) {
      events.add(new PriceListChanged(id(), version, priceList(version)));
    }
    if (onsale != null) {
      events.add(onsale);
    }
    if (presale != null) {
      events.add(new PresaleSet(id(), presale));
    }
    if (!quotas.isEmpty()) {
      events.add(new QuotasSet(id(), quotas));
    }
    if (!agents.isEmpty()) {
      events.add(new AgentsSet(id(), agents));
    }
    if (areAccessiblePlacesReleased) {
      events.add(new AccessiblePlacesReleased(id()));
    }
    Stream.of(rescheduled, completed, cancelled, settled)
        .filter(Objects::nonNull)
        .forEach(events::add);
    return events;
  }

  public boolean exists() {
    return scheduled != null;
  }

  /** What was scheduled; asking before it exists is an error. */
  public PerformanceScheduled scheduled() {
    return Objects.requireNonNull(scheduled, "Expected a scheduled performance, but it is not");
  }

  public PerformanceId id() {
    return scheduled().performanceId();
  }

  public OrganisationId organisation() {
    return scheduled().organisationId();
  }

  public SeatingPlan plan() {
    return Objects.requireNonNull(plan, "Expected a scheduled performance, but it is not");
  }

  /** How far it has come. */
  public PerformanceStage stage() {
    if (cancelled != null) {
      return PerformanceStage.CANCELLED;
    }
    return completed == null ? PerformanceStage.SCHEDULED : PerformanceStage.COMPLETED;
  }

  /** Whether it was cancelled, and fees go back with the price of tickets. */
  public boolean refundsFees() {
    return cancelled != null && cancelled.refundFees();
  }

  /** Whether all tickets of the cancelled performance were decided on. */
  public boolean isCancellationSettled() {
    return settled != null;
  }

  /** When it starts, as it was scheduled last. */
  public Instant startsAt() {
    return rescheduled == null ? scheduled().startsAt() : rescheduled.startsAt();
  }

  /** When it ends, as it was scheduled last. */
  public Instant endsAt() {
    return rescheduled == null ? scheduled().endsAt() : rescheduled.endsAt();
  }

  /** Whether nothing of it is sold any more, to nobody: its end has come, or it was cancelled. */
  public boolean isOverAt(Instant now) {
    return stage() != PerformanceStage.SCHEDULED || !now.isBefore(endsAt());
  }

  /** Whether a place that comes back can be sold again: it has yet to start. */
  public boolean isBeforeStart(Instant now) {
    return stage() == PerformanceStage.SCHEDULED && now.isBefore(startsAt());
  }

  public SaleRules rules() {
    return scheduled().rules();
  }

  /** Where the waiting room stands; a performance without one has an empty one. */
  public WaitingRoom waitingRoom() {
    return waitingRoom;
  }

  /** The version of the price list in force; versions count from 1. */
  public int priceListVersion() {
    return priceLists.size();
  }

  /** The price list of a version. */
  public PriceList priceList(int version) {
    return priceLists.get(version - 1);
  }

  /** The quotas in force, in the order in which they were set. */
  public List<PriceQuota> quotas() {
    return quotas;
  }

  /**
   * Who sells through the channel on the organiser's account; null where it does so itself.
   *
   * @param usual who does where the performance names nobody for the channel; nobody sells one for
   *     training on another's account
   */
  public @Nullable OrganisationId agentOf(SalesChannel channel, List<SalesAgent> usual) {
    return Stream.concat(agents.stream(), scheduled().isTraining() ? Stream.of() : usual.stream())
        .filter(agent -> agent.channel().equals(channel))
        .map(SalesAgent::organisationId)
        .findFirst()
        .orElse(null);
  }

  /** Whether wheelchair and companion places are sold like any other. */
  public boolean areAccessiblePlacesReleased() {
    return areAccessiblePlacesReleased;
  }

  /**
   * Whether best available may give the seat to anybody: wheelchair and companion places are kept
   * for who asks for them, until they are released.
   */
  public boolean isForAnybody(int seat) {
    return areAccessiblePlacesReleased
        || switch (plan().seat(seat).kind()) {
          case STANDARD, EASY_ACCESS -> true;
          case WHEELCHAIR, COMPANION -> false;
        };
  }

  /** The most places that one presale code is good for; null for any number. */
  public @Nullable Integer maxSeatsPerPresaleCode() {
    return presale == null ? null : presale.maxSeatsPerCode();
  }

  /**
   * Whether the caller may place holds now. A channel with a window of its own follows that one;
   * before it opens, a presale code may. Staff may sell from the moment the performance is
   * scheduled.
   *
   * @param code the presale code that was shown; not looked at where the sale is open without
   */
  public SaleOpening openingFor(Caller caller, @Nullable PresaleCodeMark code, Instant now) {
    if (caller.isStaff()) {
      return SaleOpening.OPEN;
    }
    if (onsale == null) {
      return SaleOpening.NOT_OPEN;
    }
    OnsaleWindow window = onsale.windowOf(caller.channel());
    if (window.isOpenAt(now)) {
      return SaleOpening.OPEN;
    }
    if (presale == null || !presale.isOpenAt(now) || !window.isBeforeOpening(now)) {
      return SaleOpening.NOT_OPEN;
    }
    if (code == null) {
      return SaleOpening.PRESALE_CODE_REQUIRED;
    }
    return presaleCodes.contains(code)
        ? SaleOpening.OPEN_BY_PRESALE_CODE
        : SaleOpening.PRESALE_CODE_UNKNOWN;
  }
}
