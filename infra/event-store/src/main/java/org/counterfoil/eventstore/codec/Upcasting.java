package org.counterfoil.eventstore.codec;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The upcasters of a catalogue, chained from each old revision to the newest. */
final class Upcasting {

  private record Step(String name, int revision) {}

  private final Map<Step, Upcaster> steps = new HashMap<>();
  private final EventCatalogue catalogue;

  Upcasting(EventCatalogue catalogue, Collection<Upcaster> upcasters) {
    this.catalogue = catalogue;
    for (Upcaster upcaster : upcasters) {
      Step step = new Step(upcaster.name(), upcaster.fromRevision());
      if (steps.put(step, upcaster) != null) {
        throw new IllegalArgumentException("Expected one upcaster from " + step + ", but got two");
      }
    }
    for (Step step : steps.keySet()) {
      if (!leadsFrom(step.name(), step.revision())) {
        throw new IllegalArgumentException(
            "Expected upcasters from " + step + " to the newest revision, but there is a gap");
      }
    }
  }

  /** Whether each revision from this one to the newest has its upcaster. */
  boolean leadsFrom(String name, int revision) {
    EventCatalogue.@Nullable Entry newest = catalogue.named(name);
    if (newest == null || revision >= newest.revision()) {
      return false;
    }
    for (int from = revision; from < newest.revision(); from++) {
      if (!steps.containsKey(new Step(name, from))) {
        return false;
      }
    }
    return true;
  }

  /** The payload in the newest revision; only where {@link #leadsFrom} says that there is a way. */
  ObjectNode toNewest(String name, int revision, ObjectNode payload) {
    ObjectNode result = payload;
    int from = revision;
    Upcaster upcaster = steps.get(new Step(name, from));
    while (upcaster != null) {
      result = upcaster.upcast(result);
      from++;
      upcaster = steps.get(new Step(name, from));
    }
    return result;
  }
}
