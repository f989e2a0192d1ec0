package org.counterfoil.bench.holds;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.HashMap;
import java.util.Map;
import org.counterfoil.bench.Stage;
import org.counterfoil.command.lane.LaneConfiguration;
import org.counterfoil.command.lane.Lanes;
import org.counterfoil.command.store.StoreConfiguration;
import org.counterfoil.domain.seating.SeatingPlans;
import org.counterfoil.eventstore.schema.DatabaseRoles;
import org.counterfoil.http.log.LogConfiguration;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Our lanes and our store, put together by the application's own configuration, without HTTP. */
final class LaneProcess implements AutoCloseable {

  private final AnnotationConfigApplicationContext context;

  private LaneProcess(AnnotationConfigApplicationContext context) {
    this.context = context;
  }

  static LaneProcess start(Stage stage, String database, SeatingPlans plans) {
    Map<String, Object> settings = new HashMap<>();
    settings.put("counterfoil.database.url", stage.postgres().jdbcUrl(database));
    for (String role : new String[] {DatabaseRoles.WRITER, DatabaseRoles.READER}) {
      settings.put("counterfoil.database.passwords." + role, stage.postgres().passwordOf(role));
    }
    AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    context.getEnvironment().getPropertySources().addLast(new MapPropertySource("bench", settings));
    context.registerBean(SeatingPlans.class, () -> plans);
    context.registerBean(MeterRegistry.class, SimpleMeterRegistry::new);
    context.register(LogConfiguration.class, StoreConfiguration.class, LaneConfiguration.class);
    context.refresh();
    return new LaneProcess(context);
  }

  Lanes lanes() {
    return context.getBean(Lanes.class);
  }

  @Override
  public void close() {
    context.close();
  }
}
