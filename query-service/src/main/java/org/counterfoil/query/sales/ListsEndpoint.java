package org.counterfoil.query.sales;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.function.Supplier;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.http.access.Access;
import org.counterfoil.http.position.MinPosition;
import org.counterfoil.http.position.Page;
import org.counterfoil.http.position.PageRequest;
import org.counterfoil.http.position.Positions;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What an organisation has: its performances, productions and venues, in pages. */
@RestController
@Tag(name = "Following sales")
class ListsEndpoint {

  private final PerformanceQueries performances;
  private final CatalogueQueries catalogue;
  private final SalesReads reads;

  ListsEndpoint(PerformanceQueries performances, CatalogueQueries catalogue, SalesReads reads) {
    this.performances = performances;
    this.catalogue = catalogue;
    this.reads = reads;
  }

  @GetMapping("/api/v1/organisations/{organisationId}/performances")
  @Operation(summary = "The performances of an organisation by date, with their totals")
  ResponseEntity<Page<PerformanceSales>> performances(
      @PathVariable OrganisationId organisationId,
      @Parameter(description = "Those for training, which are in no other list and no total")
          @RequestParam(defaultValue = "false")
          boolean training,
      PageRequest page,
      MinPosition minPosition,
      Access access) {
    return answer(
        organisationId,
        minPosition,
        access,
        () -> performances.ofOrganisation(organisationId, training, page));
  }

  @GetMapping("/api/v1/organisations/{organisationId}/productions")
  @Operation(summary = "The productions of an organisation")
  ResponseEntity<Page<Production>> productions(
      @PathVariable OrganisationId organisationId,
      PageRequest page,
      MinPosition minPosition,
      Access access) {
    return answer(
        organisationId, minPosition, access, () -> catalogue.productions(organisationId, page));
  }

  @GetMapping("/api/v1/organisations/{organisationId}/venues")
  @Operation(summary = "The venues an organisation may use, its own and those shared with it")
  ResponseEntity<Page<VenueListing>> venues(
      @PathVariable OrganisationId organisationId,
      PageRequest page,
      MinPosition minPosition,
      Access access) {
    return answer(
        organisationId, minPosition, access, () -> catalogue.venues(organisationId, page));
  }

  private <T> ResponseEntity<T> answer(
      OrganisationId id, MinPosition minPosition, Access access, Supplier<T> query) {
    access.permit(id);
    long reached = reads.reached(id, minPosition);
    if (!catalogue.exists(id)) {
      throw SalesProblems.unknown(id);
    }
    return ResponseEntity.ok().header(Positions.POSITION, Long.toString(reached)).body(query.get());
  }
}
