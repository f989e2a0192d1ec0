package org.counterfoil.command.privacy.account;

import java.util.List;
import java.util.Optional;
import org.counterfoil.command.exchange.Directory;
import org.counterfoil.command.exchange.Directory.OrderFacts;
import org.counterfoil.command.exchange.Exchange;
import org.counterfoil.command.privacy.subject.AccountReach;
import org.counterfoil.command.privacy.subject.PeopleHistory;
import org.counterfoil.command.privacy.subject.PeopleHistory.Member;
import org.counterfoil.command.privacy.subject.PeopleHistory.Person;
import org.counterfoil.domain.OrderId;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.privacy.PrivacyRejection;
import org.counterfoil.domain.privacy.subject.DataSubjectId;
import org.counterfoil.domain.privacy.subject.OrderRole;
import org.counterfoil.domain.privacy.subject.SubjectEvent.PersonalDataCaptured;
import org.counterfoil.eventstore.log.EventLog;
import org.counterfoil.http.access.Access;
import org.counterfoil.http.access.Secrets;
import org.counterfoil.http.problem.Problem;
import org.counterfoil.http.problem.ProblemCode;
import org.counterfoil.http.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** Finds who somebody is by a secret: that of its account, or of an order. */
public final class Accounts {

  private final PeopleHistory history;
  private final AccountReach reach;
  private final Directory directory;
  private final Secrets secrets;
  private final EventLog log;

  Accounts(
      PeopleHistory history,
      AccountReach reach,
      Directory directory,
      Secrets secrets,
      EventLog log) {
    this.history = history;
    this.reach = reach;
    this.directory = directory;
    this.secrets = secrets;
    this.log = log;
  }

  /**
   * Whose account it is, as far as its secret reaches, which MUST have been shown: whom somebody
   * else found to be the same person is not, until an address of it is confirmed.
   */
  Person of(DataSubjectId account) {
    return history
        .member(account)
        .flatMap(member -> member.state().organisationId())
        .map(organisation -> reach.of(organisation, account))
        .orElseThrow(Accounts::nobody);
  }

  /**
   * The buyer of an order, and only what it told with that order: whom it was found to be the same
   * as is not the business of whoever has the order's secret, and neither is whom it named as
   * holders of tickets, or whom staff put on a list with them.
   */
  Person of(OrderId order) {
    OrderFacts facts = directory.order(order);
    List<Member> buyers =
        facts.orderIds().stream()
            .flatMap(part -> log.readHold(part.value()).stream())
            .map(recorded -> recorded.envelope().payload())
            .filter(PersonalDataCaptured.class::isInstance)
            .map(PersonalDataCaptured.class::cast)
            .filter(captured -> OrderRole.of(captured) == OrderRole.BUYER)
            .map(PersonalDataCaptured::subjectId)
            .distinct()
            .flatMap(subject -> history.member(subject).stream())
            .toList();
    if (buyers.isEmpty()) {
      throw nobody();
    }
    return new Person(facts.organisationId(), buyers);
  }

  /**
   * Whose account's secret a request shows beside what it is about; missing where it shows none. It
   * is the account itself, whoever it was joined with since: what is told now comes with its
   * secret.
   *
   * @throws ProblemException 403 for a secret that is none; 404 for an account of another
   *     organisation
   */
  public @Nullable DataSubjectId shownBy(Exchange exchange, OrganisationId organisation) {
    String secret = exchange.header(Access.ACCOUNT_SECRET);
    if (secret == null) {
      return null;
    }
    DataSubjectId account =
        Optional.ofNullable(secrets.readAccount(secret))
            .orElseThrow(
                () ->
                    Problem.of(
                            ProblemCode.ACCESS_DENIED,
                            "Expected the secret of an account, but it is none")
                        .exception());
    return history.shown(organisation, account).id();
  }

  private static ProblemException nobody() {
    return Problem.refused(
            PrivacyRejection.UNKNOWN_SUBJECT,
            "Expected somebody who told something, but there is nobody")
        .exception();
  }
}
