package org.counterfoil.command.exchange;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.counterfoil.domain.organisation.NetworkEvent;
import org.counterfoil.domain.organisation.NetworkId;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.eventstore.log.EventLog;
import org.counterfoil.eventstore.log.RecordedEvent;

/** Who pools venues with whom, always as the log has it now. */
final class Networks {

  private static final int BATCH = 1_000;

  private final EventLog log;
  private final Map<NetworkId, Set<OrganisationId>> members = new HashMap<>();
  private long position = -1;

  Networks(EventLog log) {
    this.log = log;
  }

  /** Whether both are members of one network. */
  synchronized boolean haveInCommon(OrganisationId one, OrganisationId other) {
    catchUp();
    return members.values().stream().anyMatch(all -> all.contains(one) && all.contains(other));
  }

  private void catchUp() {
    List<RecordedEvent> news = log.readNetworkEvents(position, BATCH);
    while (!news.isEmpty()) {
      for (RecordedEvent recorded : news) {
        apply((NetworkEvent) recorded.envelope().payload());
        position = recorded.position();
      }
      news = log.readNetworkEvents(position, BATCH);
    }
  }

  private void apply(NetworkEvent event) {
    switch (event) {
      case NetworkEvent.NetworkCreated created -> members.put(created.networkId(), new HashSet<>());
      case NetworkEvent.OrganisationJoined joined ->
          members
              .computeIfAbsent(joined.networkId(), network -> new HashSet<>())
              .add(joined.organisationId());
    }
  }
}
