package org.counterfoil.domain.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.counterfoil.domain.Theatre.NOW;
import static org.counterfoil.domain.Theatre.ORGANISATION;
import static org.counterfoil.domain.Theatre.PERFORMANCE;
import static org.counterfoil.domain.Theatre.WEB;

import java.util.List;
import org.counterfoil.domain.DecisionTable;
import org.counterfoil.domain.Desk;
import org.counterfoil.domain.Given;
import org.counterfoil.domain.Theatre;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.performance.PerformanceCommand.CancelPerformance;
import org.counterfoil.domain.performance.PerformanceCommand.SetAgents;
import org.junit.jupiter.api.Test;

/** Who may sell a performance on the organiser's account. */
class SetAgentsTest {

  private static final OrganisationId AGENT = new OrganisationId(Theatre.id(77));

  private final Desk desk = Desk.after(Given.onsale(SaleRules.DEFAULT));

  @Test
  void isSetOnce_replaced_andKeptInASnapshot() {
    SalesAgent office = new SalesAgent(new SalesChannel("OFFICE"), AGENT);

    assertThat(answer(office)).isEqualTo("AgentsSet");
    assertThat(answer(office)).as("again").isEqualTo("nothing");
    assertThat(desk.performance().agentOf(office.channel(), List.of())).isEqualTo(AGENT);
    assertThat(desk.performance().agentOf(WEB, List.of())).isNull();
    assertThat(desk.performance().essentials())
        .contains(new PerformanceEvent.AgentsSet(PERFORMANCE, List.of(office)));
    assertThat(answer()).isEqualTo("AgentsSet");
    assertThat(desk.performance().agentOf(office.channel(), List.of())).isNull();
  }

  @Test
  void whoSellsForTheOrganisationSells_unlessThePerformanceNamesAnother() {
    OrganisationId usual = new OrganisationId(Theatre.id(78));
    SalesChannel office = new SalesChannel("OFFICE");
    SalesChannel desk = new SalesChannel("DESK");
    List<SalesAgent> everywhere =
        List.of(new SalesAgent(office, usual), new SalesAgent(desk, usual));
    assertThat(this.desk.performance().agentOf(office, everywhere)).isEqualTo(usual);

    answer(new SalesAgent(office, AGENT));

    assertThat(this.desk.performance().agentOf(office, everywhere)).isEqualTo(AGENT);
    assertThat(this.desk.performance().agentOf(desk, everywhere)).isEqualTo(usual);
    assertThat(this.desk.performance().agentOf(WEB, everywhere)).isNull();
  }

  @Test
  void isRefusedWhereItMakesNoSense() {
    assertThat(answer(new SalesAgent(WEB, AGENT), new SalesAgent(WEB, AGENT)))
        .isEqualTo("CHANNEL_REPEATED");
    assertThat(answer(new SalesAgent(WEB, ORGANISATION))).isEqualTo("AGENT_IS_ORGANISER");
    assertThat(DecisionTable.answer(new Desk().decide(set(), NOW)))
        .isEqualTo("UNKNOWN_PERFORMANCE");
    desk.handle(new CancelPerformance(PERFORMANCE, CancellationReason.ILLNESS, false, null), NOW);
    assertThat(answer(new SalesAgent(WEB, AGENT))).isEqualTo("PERFORMANCE_CANCELLED");
  }

  private String answer(SalesAgent... agents) {
    return DecisionTable.answer(desk.handle(set(agents), NOW));
  }

  private static SetAgents set(SalesAgent... agents) {
    return new SetAgents(PERFORMANCE, List.of(agents));
  }
}
