package org.counterfoil.command.exchange;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.counterfoil.domain.organisation.AgentChannel;
import org.counterfoil.domain.organisation.NamedAgent;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.domain.performance.SalesAgent;
import org.counterfoil.domain.performance.SalesChannel;

/** Who sells on an organisation's account, of all of its performances. */
public final class SellingAgents {

  /** Nobody else's: most orders are theirs, and need not ask. */
  private static final Set<SalesChannel> OWN = Set.of(Callers.WEB, Callers.COUNTER);

  private final Directory directory;
  private final OrganisationSettings settings;

  SellingAgents(Directory directory, OrganisationSettings settings) {
    this.directory = directory;
    this.settings = settings;
  }

  /** Whether the channel may be another organisation's. */
  public boolean mayHave(SalesChannel channel) {
    return !OWN.contains(channel);
  }

  /** As an organisation names it. */
  public static NamedAgent named(SalesAgent agent) {
    return new NamedAgent(new AgentChannel(agent.channel().value()), agent.organisationId());
  }

  private static SalesAgent selling(NamedAgent agent) {
    return new SalesAgent(new SalesChannel(agent.channel().value()), agent.organisationId());
  }

  /**
   * Who sells through these channels where the performance names nobody. Books have one currency:
   * where its prices are in another, nobody does.
   */
  public List<SalesAgent> of(PerformanceId performance, Collection<SalesChannel> channels) {
    if (OWN.containsAll(channels)) {
      return List.of();
    }
    OrganisationId organiser = directory.performance(performance).organisationId();
    boolean isOfItsBooks =
        directory
            .performance(performance)
            .priceList()
            .currency()
            .equals(directory.organisation(organiser).currency());
    return isOfItsBooks
        ? settings.of(organiser).agents().stream().map(SellingAgents::selling).toList()
        : List.of();
  }
}
