package org.counterfoil.query.sales;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.counterfoil.domain.performance.PerformanceStage;
import org.jspecify.annotations.Nullable;

/**
 * How the sales of a performance stand.
 *
 * @param timeZone the venue's
 * @param isTraining whether it only exists to rehearse with, and is in no total
 * @param state whether it is yet to come, took place or was cancelled
 * @param heldBackBy what keeps places off general sale, in the order it was made
 * @param waitingList who waits for places to come back
 * @param waitingRoom how the waiting room stands; missing where there never was one
 * @param admissions who came
 * @param position of the log, up to and including which everything is counted
 * @param asOf when the newest event counted was recorded; of a past state, the time asked for
 */
public record PerformanceDashboard(
    UUID performanceId,
    UUID organisationId,
    String title,
    String venueName,
    Instant startsAt,
    Instant endsAt,
    String timeZone,
    boolean isTraining,
    PerformanceStage state,
    @JsonUnwrapped SalesFigures figures,
    List<HeldBackLine> heldBackBy,
    WaitingFigures waitingList,
    @Nullable WaitingRoomFigures waitingRoom,
    AdmissionFigures admissions,
    long position,
    Instant asOf) {}
