package org.counterfoil.domain.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.counterfoil.domain.Theatre.NOW;
import static org.counterfoil.domain.Theatre.ORGANISATION;
import static org.counterfoil.domain.Theatre.PRODUCTION;

import org.counterfoil.domain.Decision;
import org.counterfoil.domain.DecisionTable;
import org.counterfoil.domain.PublicLabel;
import org.counterfoil.domain.Theatre;
import org.counterfoil.domain.catalogue.CatalogueCommand.AddProduction;
import org.counterfoil.domain.catalogue.CatalogueCommand.PlanSeason;
import org.junit.jupiter.api.Test;

class CatalogueDeciderTest {

  private static final SeasonId SEASON = new SeasonId(Theatre.id(60));
  private static final PublicLabel TITLE = new PublicLabel("Saison 2026-2027");
  private static final PlanSeason PLAN = new PlanSeason(SEASON, ORGANISATION, TITLE);
  private static final AddProduction ADD =
      new AddProduction(PRODUCTION, ORGANISATION, TITLE, null, SEASON, null);

  private final CatalogueDecider decider = new CatalogueDecider();

  /** Every command on an entry that is not there, that is a season, that is a production. */
  @Test
  void everyCommandOnEveryState() {
    CatalogueItem season = new CatalogueItem();
    CatalogueItem production = new CatalogueItem();
    assertThat(season.isSeason() || season.isProduction()).isFalse();

    assertThat(answer(PLAN, season)).isEqualTo("SeasonPlanned");
    assertThat(answer(ADD, production)).isEqualTo("ProductionAdded");

    for (CatalogueItem item : new CatalogueItem[] {season, production}) {
      assertThat(answer(PLAN, item)).isEqualTo("CATALOGUE_ITEM_EXISTS");
      assertThat(answer(ADD, item)).isEqualTo("CATALOGUE_ITEM_EXISTS");
      assertThat(item.organisation()).isEqualTo(ORGANISATION);
      assertThat(item.title()).isEqualTo(TITLE);
    }
    assertThat(season.isSeason() && !season.isProduction()).isTrue();
    assertThat(production.isProduction() && !production.isSeason()).isTrue();
    assertThat(DecisionTable.recordsOf(CatalogueCommand.class)).hasSize(2);
  }

  private String answer(CatalogueCommand command, CatalogueItem item) {
    var decision = decider.decide(command, item, NOW);
    if (decision instanceof Decision.Accepted<CatalogueEvent> accepted) {
      accepted.events().forEach(event -> decider.evolve(item, event));
    }
    return DecisionTable.answer(decision);
  }
}
