package org.counterfoil.query.live;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Streams of answers. */
@Configuration(proxyBeanMethods = false)
public class LiveConfiguration {

  @Bean
  LiveTopics liveTopics() {
    return new LiveTopics();
  }

  @Bean
  EventStreams eventStreams(LiveTopics topics, Clock clock) {
    return new EventStreams(topics, clock);
  }

  @Bean
  MeterBinder streamMeters(EventStreams streams, LiveTopics topics) {
    return registry -> gauges(registry, streams, topics);
  }

  private static void gauges(MeterRegistry registry, EventStreams streams, LiveTopics topics) {
    Gauge.builder("counterfoil.streams.open", streams, EventStreams::size)
        .description("Server-sent event streams that are open")
        .register(registry);
    Gauge.builder("counterfoil.streams.topics", topics, LiveTopics::size)
        .description("Questions that at least one stream follows")
        .register(registry);
  }
}
