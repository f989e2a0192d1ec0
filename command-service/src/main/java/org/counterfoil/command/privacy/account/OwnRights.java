package org.counterfoil.command.privacy.account;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.counterfoil.command.exchange.Answers;
import org.counterfoil.command.exchange.Exchange;
import org.counterfoil.command.exchange.Sent;
import org.counterfoil.command.privacy.capture.People;
import org.counterfoil.command.privacy.capture.People.Occasion;
import org.counterfoil.command.privacy.capture.Told;
import org.counterfoil.command.privacy.capture.ToldWish;
import org.counterfoil.command.privacy.capture.ToldWish.ConsentWish;
import org.counterfoil.command.privacy.disclosure.Reading;
import org.counterfoil.command.privacy.erasure.ErasureWish;
import org.counterfoil.command.privacy.erasure.Erasures;
import org.counterfoil.command.privacy.export.Exports;
import org.counterfoil.command.privacy.rights.ObjectionWish;
import org.counterfoil.command.privacy.rights.PersonRights;
import org.counterfoil.command.privacy.rights.Rectification;
import org.counterfoil.command.privacy.subject.PeopleHistory.Member;
import org.counterfoil.command.privacy.subject.PeopleHistory.Person;
import org.counterfoil.command.privacy.vault.OpenedVault;
import org.counterfoil.domain.privacy.disclosure.DisclosureKind;
import org.counterfoil.domain.privacy.disclosure.DisclosureReason;
import org.counterfoil.domain.privacy.register.CaptureDoor;
import org.counterfoil.domain.privacy.register.PersonalField;
import org.counterfoil.domain.privacy.register.PurposeKey;
import org.counterfoil.domain.privacy.subject.DataSubject.KeptField;
import org.counterfoil.domain.privacy.subject.ErasureReason;
import org.counterfoil.domain.privacy.subject.RecordPeople;
import org.counterfoil.eventstore.codec.DomainJson;
import org.counterfoil.vault.DataKeyName;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * What a person does with its own data, by a secret of its own. It asks for no more proof than
 * telling them took (Art. 7(3) GDPR), and is recorded as anybody's reading and acting is. The
 * exchange MUST have been permitted before.
 */
final class OwnRights {

  private final Exports exports;
  private final Reading reading;
  private final PersonRights rights;
  private final Erasures erasures;
  private final People people;
  private final OpenedVault vault;

  OwnRights(
      Exports exports,
      Reading reading,
      PersonRights rights,
      Erasures erasures,
      People people,
      OpenedVault vault) {
    this.exports = exports;
    this.reading = reading;
    this.rights = rights;
    this.erasures = erasures;
    this.people = people;
    this.vault = vault;
  }

  /**
   * What is to go.
   *
   * @param purposes all that nothing forbids to erase, where missing
   */
  record OwnErasure(@Nullable List<PurposeKey> purposes) {}

  /** Everything that is kept; told after it is recorded that it is. */
  ResponseEntity<byte[]> show(Exchange exchange, Person person) {
    ResponseEntity<byte[]> recorded =
        exchange
            .in(person.organisationId())
            .submit(
                reading.of(
                    person.organisationId(),
                    DisclosureKind.EXPORT,
                    DisclosureReason.ACCESS_REQUEST,
                    person.ids(),
                    person.purposes(),
                    Exports.fields(person),
                    null),
                events -> Answers.noContent());
    return ResponseEntity.ok()
        .headers(recorded.getHeaders())
        .cacheControl(CacheControl.noStore())
        .contentType(MediaType.APPLICATION_JSON)
        .body(DomainJson.mapper().writeValueAsBytes(exports.of(person)));
  }

  /** Puts right what it told. */
  ResponseEntity<byte[]> rectify(Exchange exchange, Person person, Sent<Rectification> sent) {
    return rights.rectify(exchange.in(person.organisationId()).with(sent), person, sent.value());
  }

  /** Objects to a purpose. */
  ResponseEntity<byte[]> object(Exchange exchange, Person person, Sent<ObjectionWish> sent) {
    return rights.object(
        exchange.in(person.organisationId()).with(sent), person, sent.value().purpose());
  }

  /** Takes a consent back. */
  ResponseEntity<byte[]> withdraw(Exchange exchange, Person person, PurposeKey purpose) {
    return rights.withdraw(exchange.in(person.organisationId()), person, purpose);
  }

  /** Erases what it told, and certifies it. */
  ResponseEntity<byte[]> erase(Exchange exchange, Person person, Sent<OwnErasure> sent) {
    return erasures.erase(
        exchange.in(person.organisationId()).with(sent),
        person,
        new ErasureWish(sent.value().purposes(), ErasureReason.REQUEST));
  }

  /**
   * Answers for a purpose: a no ends what was agreed to; a yes is for what it told before, and
   * counts as one on the account's form does.
   */
  ResponseEntity<byte[]> answer(Exchange exchange, Person person, Sent<ConsentWish> sent) {
    ConsentWish wish = sent.value();
    exchange.in(person.organisationId()).with(sent);
    if (!wish.given()) {
      return rights.refuse(exchange, person, wish.purpose(), wish.notice());
    }
    Told told =
        people.tell(
            new ToldWish(
                known(person, rights.fieldsOf(person, wish.purpose())), Map.of(), List.of(wish)),
            new Occasion(
                person.organisationId(), "", CaptureDoor.ACCOUNT, null, null, person.id()));
    return exchange
        .sealing(told.sealed())
        .submit(new RecordPeople(null, told.commands()), events -> Answers.noContent());
  }

  /** What it told, by field: that of who stays first. */
  private Map<String, String> known(Person person, List<PersonalField> fields) {
    Map<String, String> known = new HashMap<>();
    for (Member member : person.members()) {
      for (KeptField kept : member.state().fields()) {
        if (fields.contains(kept.field())) {
          known.computeIfAbsent(kept.field().key(), field -> open(person, member, kept));
        }
      }
    }
    return known;
  }

  private String open(Person person, Member member, KeptField kept) {
    DataKeyName key =
        new DataKeyName(kept.keyId(), person.organisationId(), member.id(), kept.purpose());
    return vault.get().open(kept.captureId(), key, kept.field()).value();
  }
}
