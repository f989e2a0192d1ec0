package org.counterfoil.architecture;

import java.util.List;

/** Other people's code that rules speak about. */
enum Outside {
  AXON,
  KAFKA,
  SPRING,
  WEB;

  List<String> packages() {
    return switch (this) {
      case AXON -> List.of("org.axonframework..");
      case KAFKA -> List.of("org.apache.kafka..");
      case SPRING -> List.of("org.springframework..");
      case WEB ->
          List.of("jakarta.servlet..", "org.springframework.web..", "org.springframework.http..");
    };
  }
}
