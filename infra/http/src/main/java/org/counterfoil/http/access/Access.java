package org.counterfoil.http.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import java.util.function.Supplier;
import org.counterfoil.domain.Actor;
import org.counterfoil.domain.OrderId;
import org.counterfoil.domain.access.Role;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.privacy.subject.DataSubjectId;
import org.counterfoil.domain.seathold.HoldId;
import org.counterfoil.domain.seathold.TicketId;
import org.counterfoil.domain.waitinglist.WaitingEntryId;
import org.counterfoil.http.problem.Problem;
import org.counterfoil.http.problem.ProblemCode;
import org.counterfoil.http.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * What one request may do. Endpoints take it as a method argument (functional ones by {@link #of})
 * and MUST permit before they answer from, or change, anything that belongs to an organisation. A
 * route that answers without having permitted ends in an error instead of leaking.
 *
 * <p>Unknown resources are 404, resources of another organisation 403: identifiers cannot be
 * guessed, so that a 403 tells nothing to those who do not know them anyway. Whoever has none of
 * the route's roles is refused before the endpoint looks anything up.
 */
public final class Access {

  /** Header with a hold's secret. */
  public static final String HOLD_SECRET = "Hold-Secret";

  /** Header with an order's secret. */
  public static final String ORDER_SECRET = "Order-Secret";

  /** Header with the secret of a waiting list's entry. */
  public static final String WAITING_LIST_SECRET = "Waiting-List-Secret";

  /** Header with the secret of an account. */
  public static final String ACCOUNT_SECRET = "Account-Secret";

  /** Header with the secret of a transferred ticket. */
  public static final String TICKET_SECRET = "Ticket-Secret";

  private static final String ATTRIBUTE = Access.class.getName();

  private final HttpCaller caller;
  private final Secrets secrets;
  private final HttpServletRequest request;
  private @Nullable Route route;
  private @Nullable Actor buyer;
  private boolean permitted;

  Access(HttpCaller caller, Secrets secrets, HttpServletRequest request) {
    this.caller = caller;
    this.secrets = secrets;
    this.request = request;
    request.setAttribute(ATTRIBUTE, this);
  }

  /** That of the request. */
  public static Access of(HttpServletRequest request) {
    if (request.getAttribute(ATTRIBUTE) instanceof Access access) {
      return access;
    }
    throw new IllegalStateException("Expected the credentials filter to have run, but it has not");
  }

  public HttpCaller caller() {
    return caller;
  }

  /**
   * Who is recorded as having acted: the caller, or else the buyer whose secret was shown.
   *
   * @throws IllegalStateException before anything was permitted
   */
  public Actor actor() {
    if (caller.grant() != null) {
      return caller.grant().actor();
    }
    if (buyer != null) {
      return buyer;
    }
    throw new IllegalStateException("Expected somebody to have been permitted, but nobody was");
  }

  /**
   * Permits the caller to act in the organisation.
   *
   * @throws ProblemException 403 where it has none of the route's roles there, 401 where nobody is
   *     known
   */
  public void permit(OrganisationId organisation) {
    Set<Role> wanted = wantedRoles();
    require(
        caller.isPlatformAdmin()
            || caller.rolesIn(organisation).stream().anyMatch(wanted::contains),
        "Expected one of the roles " + names(wanted) + " in this organisation");
    permitted = true;
  }

  /**
   * Asks, of a caller who was permitted, for one of fewer roles: for a part of what the route does.
   *
   * @throws ProblemException 403 where it has none of them in the organisation
   */
  public void requireAny(OrganisationId organisation, Set<Role> roles) {
    require(
        caller.isPlatformAdmin() || caller.rolesIn(organisation).stream().anyMatch(roles::contains),
        "Expected one of the roles " + names(roles) + " in this organisation for that");
  }

  /** Permits whoever sent the hold's secret in the header {@code Hold-Secret}. */
  public void permitHold(HoldId holdId) {
    permitHold(holdId, request.getHeader(HOLD_SECRET));
  }

  /** Permits whoever sent the hold's secret, wherever it stood. */
  public void permitHold(HoldId holdId, @Nullable String secret) {
    permitSecret(secret, secrets.holdSecret(holdId), HOLD_SECRET);
    buyer = new Actor(Actor.Kind.BUYER, holdId.value());
  }

  /**
   * Permits whoever sent the hold's secret, or has one of the route's roles in the organisation
   * whose it is, which is only looked up where needed.
   */
  public void permitHold(HoldId holdId, Supplier<OrganisationId> organisation) {
    if (request.getHeader(HOLD_SECRET) == null && !caller.isAnonymous()) {
      permit(organisation.get());
    } else {
      permitHold(holdId);
    }
  }

  /**
   * Permits whoever sent the secret of a waiting list's entry in the header {@code
   * Waiting-List-Secret}, or has one of the route's roles in the organisation.
   */
  public void permitWaiting(WaitingEntryId entryId, Supplier<OrganisationId> organisation) {
    String given = request.getHeader(WAITING_LIST_SECRET);
    if (given == null && !caller.isAnonymous()) {
      permit(organisation.get());
    } else {
      permitSecret(given, secrets.waitingListSecret(entryId), WAITING_LIST_SECRET);
      buyer = new Actor(Actor.Kind.BUYER, entryId.value());
    }
  }

  /** Permits whoever sent the account's secret in the header {@code Account-Secret}. */
  public void permitAccount(DataSubjectId accountId) {
    permitSecret(request.getHeader(ACCOUNT_SECRET), secrets.account(accountId), ACCOUNT_SECRET);
    buyer = new Actor(Actor.Kind.BUYER, accountId.value());
  }

  /** Permits whoever sent the order's secret in the header {@code Order-Secret}. */
  public void permitOrder(OrderId orderId) {
    permitSecret(request.getHeader(ORDER_SECRET), secrets.orderSecret(orderId), ORDER_SECRET);
    buyer = new Actor(Actor.Kind.BUYER, orderId.value());
  }

  /** As {@link #permitHold(HoldId, Supplier)}, for an order. */
  public void permitOrder(OrderId orderId, Supplier<OrganisationId> organisation) {
    if (request.getHeader(ORDER_SECRET) == null && !caller.isAnonymous()) {
      permit(organisation.get());
    } else {
      permitOrder(orderId);
    }
  }

  /**
   * Permits whoever places an order that takes no place from anybody, and so needs no secret: as
   * itself with one of the route's roles or a token of the organisation, else as its buyer.
   */
  public void permitNewOrder(OrderId orderId, OrganisationId organisation) {
    if (caller.isPlatformAdmin() || !caller.rolesIn(organisation).isEmpty()) {
      Set<Role> wanted = wantedRoles();
      require(
          caller.isPlatformAdmin()
              || caller.rolesIn(organisation).contains(Role.CHANNEL)
              || caller.rolesIn(organisation).stream().anyMatch(wanted::contains),
          "Expected one of the roles " + names(wanted) + " in this organisation");
    } else {
      buyer = new Actor(Actor.Kind.BUYER, orderId.value());
    }
    permitted = true;
  }

  /**
   * Permits whoever holds a ticket: who bought it, with the order's secret, until it is
   * transferred; then who has its newest secret, in the header {@code Ticket-Secret}; or one of the
   * route's roles in the organisation.
   *
   * @param transferredIssue its first code under its present holder; 0 for who bought it
   */
  public void permitTicket(
      TicketId ticketId,
      int transferredIssue,
      OrderId orderId,
      Supplier<OrganisationId> organisation) {
    String given = request.getHeader(TICKET_SECRET);
    boolean hasNone = given == null && request.getHeader(ORDER_SECRET) == null;
    if (hasNone && !caller.isAnonymous()) {
      permit(organisation.get());
    } else if (transferredIssue == 0 && given == null) {
      permitOrder(orderId);
    } else {
      permitSecret(given, secrets.ticketSecret(ticketId, transferredIssue), TICKET_SECRET);
      buyer = new Actor(Actor.Kind.BUYER, ticketId.value());
    }
  }

  /**
   * Permits whoever holds a ticket, or held it before, and answers since which code; null for one
   * of the route's roles. Who gives it on twice is told so by who decides, not here.
   *
   * @param transferredIssue its first code under its present holder; 0 for who bought it
   */
  public @Nullable Integer permitHolder(
      TicketId ticketId,
      int transferredIssue,
      OrderId orderId,
      Supplier<OrganisationId> organisation) {
    String given = request.getHeader(TICKET_SECRET);
    for (int issue = transferredIssue; given != null && issue > 0; issue--) {
      if (Secrets.isSame(secrets.ticketSecret(ticketId, issue), given)) {
        permitTicket(ticketId, issue, orderId, organisation);
        return issue;
      }
    }
    permitTicket(ticketId, given == null ? 0 : transferredIssue, orderId, organisation);
    return buyer == null ? null : 0;
  }

  /**
   * Permits an answer that shows nothing of any organisation, or only what is the caller's own by
   * construction. Says in words why, for the reader of the code.
   */
  public void permitBecause(String reason) {
    if (reason.isBlank()) {
      throw new IllegalArgumentException("Expected a reason, but it is blank");
    }
    permitted = true;
  }

  /**
   * Called when the router has found the route; refuses whom it is not for, as far as can be told
   * before it is known whose the resource is.
   */
  void enter(Route found) {
    route = found;
    switch (found.who()) {
      case Who.Everybody everybody -> permitted = true;
      case Who.AnyKnown known -> {
        require(!caller.isAnonymous(), "Expected a token or a login");
        permitted = true;
      }
      case Who.PlatformAdmin platform -> {
        require(caller.isPlatformAdmin(), "Expected the platform administrator");
        permitted = true;
      }
      case Who.Having having ->
          require(
              caller.hasAnyOf(having.roles()),
              "Expected one of the roles " + names(having.roles()));
      case Who.SecretHolder holder -> permitted = false;
    }
  }

  /** Ends what would be answered although nobody asked whether it may. */
  void requirePermitted(int status) {
    if (!permitted && status < 400) {
      throw new IllegalStateException(
          "Expected " + route + " to permit before it answers, but it did not");
    }
  }

  long maxBodyBytes() {
    return route == null ? Route.USUAL_BODY_BYTES : route.maxBodyBytes();
  }

  private void require(boolean allowed, String expectation) {
    if (!allowed) {
      throw refusal(expectation).exception();
    }
  }

  private void permitSecret(@Nullable String given, String expected, String header) {
    if (given == null) {
      throw Problem.of(
              ProblemCode.UNAUTHENTICATED, "Expected the header " + header + ", but it is missing")
          .exception();
    }
    if (!Secrets.isSame(expected, given)) {
      throw Problem.of(
              ProblemCode.ACCESS_DENIED,
              "Expected the secret that belongs to it, but it is another")
          .exception();
    }
    permitted = true;
  }

  private Set<Role> wantedRoles() {
    if (route == null) {
      throw new IllegalStateException("Expected the route to be known, but it is not");
    }
    return switch (route.who()) {
      case Who.Having having -> having.roles();
      case Who.SecretHolder holder -> holder.orRoles();
      case Who.PlatformAdmin platform -> Set.of(Role.PLATFORM_ADMIN);
      case Who.Everybody everybody -> Set.of();
      case Who.AnyKnown known -> Set.of(Role.values());
    };
  }

  private Problem refusal(String expectation) {
    return caller.isAnonymous()
        ? Problem.of(ProblemCode.UNAUTHENTICATED, expectation + ", but there are no credentials")
        : Problem.of(ProblemCode.ACCESS_DENIED, expectation + ", but the caller has none");
  }

  private static String names(Set<Role> roles) {
    return roles.stream().map(Role::name).sorted().toList().toString();
  }
}
