package org.counterfoil.crowd.plan;

/**
 * What parts of a crowd do what; each a share of 1.
 *
 * @param bestAvailable of visitors take the best there is, the others pick seats
 * @param abandoned of holds are left to their end
 * @param doubleClick of holds are asked for twice at once
 * @param lostConnection of holds are asked for again, because the answer never came
 * @param doubledNotification of payments are told to the seller twice
 * @param lateNotification of payments are told to the seller after the order's time is over
 * @param botRequests of requests are a bot's: they ask as often as it takes
 */
public record CrowdShares(
    double bestAvailable,
    double abandoned,
    double doubleClick,
    double lostConnection,
    double doubledNotification,
    double lateNotification,
    double botRequests) {

  /** A realistic onsale. */
  public static final CrowdShares REALISTIC =
      new CrowdShares(0.6, 0.5, 0.03, 0.02, 0.005, 0.003, 0.4);

  /** The same, but so many take the best there is. */
  public CrowdShares withBestAvailable(double share) {
    return new CrowdShares(
        share,
        abandoned,
        doubleClick,
        lostConnection,
        doubledNotification,
        lateNotification,
        botRequests);
  }

  /** The same, but all money arrives in time: for runs that must not wait minutes for the rest. */
  public CrowdShares withoutLateNotifications() {
    return new CrowdShares(
        bestAvailable, abandoned, doubleClick, lostConnection, doubledNotification, 0, botRequests);
  }
}
