package org.counterfoil.command.privacy.erasure;

import java.time.LocalDate;
import java.util.List;
import org.counterfoil.command.exchange.Answers;
import org.counterfoil.command.exchange.Exchange;
import org.counterfoil.command.privacy.subject.PeopleActs;
import org.counterfoil.command.privacy.subject.PeopleHistory;
import org.counterfoil.command.privacy.subject.PeopleHistory.Person;
import org.counterfoil.domain.privacy.PrivacyRejection;
import org.counterfoil.domain.privacy.register.PurposeKey;
import org.counterfoil.domain.privacy.subject.ErasureReason;
import org.counterfoil.domain.privacy.subject.KeptPurpose;
import org.counterfoil.domain.privacy.subject.RecordPeople;
import org.counterfoil.http.problem.Problem;
import org.springframework.http.ResponseEntity;

/**
 * Erases people, whoever asks for it: the officer, or the person by a secret of its own. The
 * exchange MUST have been permitted before.
 */
public final class Erasures {

  private final PeopleHistory history;
  private final PeopleActs acts;
  private final Erasing erasing;

  Erasures(PeopleHistory history, PeopleActs acts, Erasing erasing) {
    this.history = history;
    this.acts = acts;
    this.erasing = erasing;
  }

  /** Erases what may go, destroys the keys, and certifies it. */
  public ResponseEntity<byte[]> erase(Exchange exchange, Person person, ErasureWish wish) {
    List<KeptPurpose> kept = erasing.kept(person);
    refuseKept(wish, kept);
    refuseRestricted(wish, person);
    erasing.requireVault();
    List<PurposeKey> purposes = wish.purposes() == null ? List.of() : wish.purposes();
    LocalDate backups = erasing.inBackupsUntil(person.organisationId());
    List<RecordPeople> commands =
        person.ids().reversed().stream()
            .map(
                id ->
                    new RecordPeople(
                        null,
                        List.of(
                            erasing.command(
                                person.organisationId(),
                                id,
                                purposes,
                                kept,
                                wish.reasonCode(),
                                backups))))
            .toList();
    ResponseEntity<byte[]> stored =
        acts.submit(exchange, commands, List.of(), events -> Answers.noContent());
    return erasing.certified(stored, again(person), wish.reasonCode(), kept);
  }

  /** The same members, as the log has them now. */
  private Person again(Person person) {
    return new Person(
        person.organisationId(),
        person.ids().stream().flatMap(id -> history.member(id).stream()).toList());
  }

  /** Who wants its data kept wants so of all of them, also of those found to be its own later. */
  private static void refuseRestricted(ErasureWish wish, Person person) {
    if (wish.reasonCode() != ErasureReason.REQUEST && person.whole().isRestricted()) {
      throw Problem.refused(
              PrivacyRejection.PROCESSING_RESTRICTED,
              "Expected data that may be erased, but their owner wants them kept")
          .exception();
    }
  }

  private static void refuseKept(ErasureWish wish, List<KeptPurpose> kept) {
    for (PurposeKey purpose : wish.purposes() == null ? List.<PurposeKey>of() : wish.purposes()) {
      for (KeptPurpose one : kept) {
        if (one.purpose().equals(purpose)) {
          throw Problem.refused(
                  PrivacyRejection.KEPT_BY_LAW,
                  "Expected a purpose that may be erased, but %s stays: %s"
                      .formatted(purpose, one.duty()))
              .exception();
        }
      }
    }
  }
}
