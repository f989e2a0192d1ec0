package org.counterfoil.crowd;

import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Places that somebody asks for. */
sealed interface Wish {

  /** These seats. */
  record Named(List<String> seats) implements Wish {
    public Named {
      seats = List.copyOf(seats);
    }
  }

  /** The best of a zone. */
  record Best(String zone, int quantity) implements Wish {}

  /** Places without numbers. */
  record Standing(String area, int quantity) implements Wish {}

  /** The body of the request. */
  default String json(JsonMapper mapper) {
    ObjectNode body = mapper.createObjectNode();
    switch (this) {
      case Named named -> named.seats().forEach(body.putArray("seats")::add);
      case Best best ->
          body.putObject("bestAvailable").put("zone", best.zone()).put("quantity", best.quantity());
      case Standing standing ->
          body.put("area", standing.area()).put("quantity", standing.quantity());
    }
    return mapper.writeValueAsString(body);
  }
}
