package org.counterfoil.query.sales;

import java.time.Instant;
import java.util.List;
import org.counterfoil.domain.heldback.AllotmentTerms;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * To whom the unsold places of an allotment go when it returns.
 *
 * @param channel through which alone they are sold then
 * @param returnsAt when those still unsold return in their turn; missing for never
 */
public record NextAllotment(String channel, @Nullable Instant returnsAt) {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final TypeReference<List<NextAllotment>> LIST = new TypeReference<>() {};

  /** As the table keeps them. */
  static String json(List<AllotmentTerms> cascade) {
    return JSON.writeValueAsString(
        cascade.stream()
            .map(terms -> new NextAllotment(terms.channel().value(), terms.returnsAt()))
            .toList());
  }

  /** As the table kept them. */
  static List<NextAllotment> read(String json) {
    return JSON.readValue(json, LIST);
  }
}
