package org.counterfoil.command.seating;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import org.counterfoil.domain.seating.PlanHash;
import org.counterfoil.domain.seating.SeatingPlan;
import org.counterfoil.domain.seating.SeatingPlanCheck;
import org.counterfoil.domain.seating.SeatingPlans;
import org.counterfoil.eventstore.document.DocumentStore;

/**
 * Reads, checks and keeps seating plans. Plans that were used lately stay in memory, whole: every
 * hold looks at one. Those of performances on sale are held by their state as well and cost nothing
 * here.
 */
public final class StoredSeatingPlans implements SeatingPlans {

  /** In all plans kept together; a seat takes about 300 bytes. */
  private static final int MOST_SEATS_KEPT = 500_000;

  private final DocumentStore documents;
  private final Map<PlanHash, SeatingPlan> kept = new LinkedHashMap<>(16, 0.75f, true);
  private long seatsKept;

  public StoredSeatingPlans(DocumentStore documents) {
    this.documents = documents;
  }

  /** Reads a file to its end and checks it; nothing is stored. */
  SeatingPlanCheck.Result read(InputStream file) {
    return PlanReader.read(file);
  }

  /** Stores the plan's document, once. */
  PlanHash store(SeatingPlan plan) {
    PlanHash hash = documents.put(PlanDocument.of(plan));
    keep(hash, plan);
    return hash;
  }

  /** The document as it is stored: Counterfoil's own format. */
  byte[] document(PlanHash hash) {
    return documents
        .get(hash)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "Expected the seating plan " + hash + " to be stored, but it is not"));
  }

  @Override
  public SeatingPlan byHash(PlanHash hash) {
    SeatingPlan plan;
    synchronized (kept) {
      plan = kept.get(hash);
    }
    return plan == null ? keep(hash, parse(hash)) : plan;
  }

  private SeatingPlan parse(PlanHash hash) {
    return switch (PlanReader.read(new ByteArrayInputStream(document(hash)))) {
      case SeatingPlanCheck.Result.Sound sound -> sound.plan();
      case SeatingPlanCheck.Result.Faulty faulty ->
          throw new IllegalStateException(
              "Expected the stored seating plan "
                  + hash
                  + " to be sound, but "
                  + faulty.faults().getFirst().message());
    };
  }

  /** Answers the plan that is kept, which is another but equal one where two were as fast. */
  private SeatingPlan keep(PlanHash hash, SeatingPlan plan) {
    synchronized (kept) {
      SeatingPlan earlier = kept.putIfAbsent(hash, plan);
      if (earlier != null) {
        return earlier;
      }
      seatsKept += plan.seatCount();
      var eldest = kept.values().iterator();
      while (seatsKept > MOST_SEATS_KEPT && kept.size() > 1) {
        seatsKept -= eldest.next().seatCount();
        eldest.remove();
      }
      return plan;
    }
  }
}
