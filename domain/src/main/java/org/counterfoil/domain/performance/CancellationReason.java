package org.counterfoil.domain.performance;

/** Why a performance is cancelled; a closed list, because free text may tell of persons. */
public enum CancellationReason {
  ILLNESS,
  WEATHER,
  TECHNICAL,
  SAFETY,
  STRIKE,
  LOW_DEMAND,
  AUTHORITY,
  PRODUCTION
}
