package org.counterfoil.query.sales;

import java.util.UUID;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.performance.PerformanceId;

/** Whose sales are asked for. */
sealed interface SalesScope {

  record OfPerformance(PerformanceId performanceId) implements SalesScope {}

  /** All performances that take place: what is for training is in no total. */
  record OfOrganisation(OrganisationId organisationId) implements SalesScope {}

  /** The bound parameter {@code :scope}. */
  default UUID id() {
    return switch (this) {
      case OfPerformance one -> one.performanceId().value();
      case OfOrganisation all -> all.organisationId().value();
    };
  }

  /** Picks rows of {@code performance}, called {@code p}, by {@code :scope}. */
  default String condition() {
    return switch (this) {
      case OfPerformance one -> "p.performance_id = :scope";
      case OfOrganisation all -> "p.organisation_id = :scope and not p.is_training";
    };
  }

  /** By whose days is counted. */
  default String timeZone() {
    return switch (this) {
      case OfPerformance one -> "p.time_zone";
      case OfOrganisation all -> "o.time_zone";
    };
  }
}
