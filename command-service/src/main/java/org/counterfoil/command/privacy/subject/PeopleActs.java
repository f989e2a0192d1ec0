package org.counterfoil.command.privacy.subject;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.counterfoil.command.exchange.Exchange;
import org.counterfoil.command.lane.Answer;
import org.counterfoil.command.lane.Lanes;
import org.counterfoil.command.lane.Outcome;
import org.counterfoil.command.lane.Submission;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.privacy.subject.RecordPeople;
import org.counterfoil.http.problem.Problem;
import org.counterfoil.vault.Sealed;
import org.springframework.http.ResponseEntity;

/**
 * Does the same for all that are one person: each in its own lane, one after another, the one that
 * stays last. Whatever interrupts it, repeating it does the rest: each act does nothing where it
 * was done.
 */
public final class PeopleActs {

  private final Lanes lanes;

  PeopleActs(Lanes lanes) {
    this.lanes = lanes;
  }

  /**
   * Does all of it; a refusal ends the request as a problem.
   *
   * @param acts at least one; the last one's answer is kept where the request has a key
   * @param answering makes the answer from the events of all
   */
  public ResponseEntity<byte[]> submit(
      Exchange exchange,
      List<RecordPeople> acts,
      List<? extends Sealed> sealed,
      Function<List<Event>, Answer> answering) {
    List<Event> before = new ArrayList<>();
    for (RecordPeople act : acts.subList(0, acts.size() - 1)) {
      switch (lanes.submit(
          new Submission(
              act,
              exchange.actor(),
              exchange.cause(),
              events -> new Answer(204, ""),
              null,
              sealed))) {
        case Outcome.Accepted done -> before.addAll(done.events());
        case Outcome.Refused refused ->
            throw Problem.refused(refused.code(), refused.detail()).exception();
      }
    }
    return exchange
        .sealing(sealed)
        .submit(
            acts.getLast(),
            events -> {
              List<Event> all = new ArrayList<>(before);
              all.addAll(events);
              return answering.apply(all);
            });
  }
}
