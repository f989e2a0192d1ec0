package org.counterfoil.query.proof;

import javax.sql.DataSource;
import org.counterfoil.eventstore.integrity.growth.Deliveries;
import org.counterfoil.eventstore.integrity.proof.LogProofs;
import org.counterfoil.http.access.AccessTable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** What proves the log, read as {@code counterfoil_reader}. */
@Configuration(proxyBeanMethods = false)
@Import({
  CheckpointEndpoint.class,
  EntryEndpoint.class,
  ProofEndpoint.class,
  ProofPageEndpoint.class,
  TicketProofEndpoint.class,
  TileEndpoint.class
})
public class ProofConfiguration {

  @Bean
  Deliveries checkpointDeliveries(@Qualifier("readerDataSource") DataSource reader) {
    return new Deliveries(reader);
  }

  @Bean
  LogProofs logProofs(@Qualifier("readerDataSource") DataSource reader) {
    return new LogProofs(reader);
  }

  @Bean
  AccessTable proofAccess() {
    return ProofAccess.table();
  }
}
