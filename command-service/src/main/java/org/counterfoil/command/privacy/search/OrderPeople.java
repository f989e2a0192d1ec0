package org.counterfoil.command.privacy.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.counterfoil.command.privacy.capture.ToldValues;
import org.counterfoil.command.privacy.register.Registers;
import org.counterfoil.command.privacy.subject.PeopleHistory;
import org.counterfoil.command.privacy.subject.PeopleHistory.Member;
import org.counterfoil.command.privacy.subject.PeopleHistory.Person;
import org.counterfoil.command.privacy.vault.OpenedVault;
import org.counterfoil.domain.OrderId;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.privacy.register.PersonalField;
import org.counterfoil.domain.privacy.register.PurposeKey;
import org.counterfoil.domain.privacy.register.Register;
import org.counterfoil.domain.privacy.register.RegisterEvent.PurposeDeclared;
import org.counterfoil.domain.privacy.subject.DataSubject.KeptField;
import org.counterfoil.domain.privacy.subject.DataSubjectId;
import org.counterfoil.domain.privacy.subject.SubjectEvent.PersonalDataCaptured;
import org.counterfoil.domain.seathold.TicketId;
import org.counterfoil.eventstore.log.EventLog;
import org.counterfoil.eventstore.log.RecordedEvent;
import org.counterfoil.vault.DataKeyName;
import org.counterfoil.vault.PersonalValue;
import org.jspecify.annotations.Nullable;

/**
 * Who told something for an order: its buyer, and holders and guests by name. Of what they told,
 * only that by which one speaks to them, and nothing that was told for advertising or by consent.
 */
public final class OrderPeople {

  private static final List<PersonalField> SHOWN =
      List.of(PersonalField.NAME, PersonalField.EMAIL, PersonalField.TELEPHONE);

  /** More people than that are looked for in another way. */
  private static final int MOST_FOUND = 500;

  private final OpenedVault vault;
  private final PeopleHistory history;
  private final Registers registers;
  private final EventLog log;

  OrderPeople(OpenedVault vault, PeopleHistory history, Registers registers, EventLog log) {
    this.vault = vault;
    this.history = history;
    this.registers = registers;
    this.log = log;
  }

  /**
   * Somebody who told something for an order.
   *
   * @param ticketId whose holder it is; missing for a buyer
   * @param isRestricted whether its data are kept and not used (Art. 18 GDPR); then it has no
   *     fields
   * @param kept what may be shown
   */
  public record OrderPerson(
      OrganisationId organisationId,
      OrderId orderId,
      DataSubjectId subjectId,
      @Nullable TicketId ticketId,
      boolean isRestricted,
      List<KeptField> kept) {

    public OrderPerson {
      kept = List.copyOf(kept);
    }

    /** For what it was told. */
    public List<PurposeKey> purposes() {
      return kept.stream().map(KeptField::purpose).distinct().toList();
    }

    /** What may be shown. */
    public List<PersonalField> fields() {
      return kept.stream().map(KeptField::field).distinct().toList();
    }
  }

  /**
   * Orders for which somebody told this, or who is known to be the same person did.
   *
   * @param text as it was typed; what cannot be of this field ends the request as a problem
   * @throws org.counterfoil.vault.VaultUnavailable where nobody can be looked for
   */
  public List<OrderId> ordersOf(OrganisationId organisation, PersonalField field, String text) {
    PersonalValue value =
        Objects.requireNonNull(ToldValues.read("", Map.of(field.key(), text)).get(field));
    Set<OrderId> orders = new LinkedHashSet<>();
    Set<DataSubjectId> seen = new HashSet<>();
    for (DataSubjectId id :
        vault.get().find(organisation, field, value).stream().limit(MOST_FOUND).toList()) {
      if (seen.add(id)) {
        history
            .of(organisation, id)
            .members()
            .forEach(
                member -> {
                  seen.add(member.id());
                  captures(member.events()).stream()
                      .map(PersonalDataCaptured::orderId)
                      .filter(Objects::nonNull)
                      .forEach(orders::add);
                });
      }
    }
    return List.copyOf(orders);
  }

  /** Who told something for an order and was not erased since; nobody where nobody did. */
  public List<OrderPerson> of(OrganisationId organisation, OrderId order) {
    List<PersonalDataCaptured> told = captures(log.readHold(order.value()));
    if (told.isEmpty()) {
      return List.of();
    }
    Register register = registers.of(organisation);
    List<OrderPerson> people = new ArrayList<>();
    for (DataSubjectId id :
        told.stream().map(PersonalDataCaptured::subjectId).distinct().toList()) {
      List<PersonalDataCaptured> own =
          told.stream().filter(one -> one.subjectId().equals(id)).toList();
      people.add(person(order, own, history.of(organisation, id), register));
    }
    return people;
  }

  private static OrderPerson person(
      OrderId order, List<PersonalDataCaptured> told, Person person, Register register) {
    Member member = person.member(told.getFirst().subjectId());
    boolean isRestricted = person.whole().isRestricted();
    Set<PurposeKey> purposes = new HashSet<>();
    told.stream()
        .map(PersonalDataCaptured::purpose)
        .filter(purpose -> isForTheOrder(register.purpose(purpose)))
        .forEach(purposes::add);
    List<KeptField> kept =
        member.state().fields().stream()
            .filter(one -> !isRestricted)
            .filter(one -> purposes.contains(one.purpose()) && SHOWN.contains(one.field()))
            .toList();
    return new OrderPerson(
        told.getFirst().organisationId(),
        order,
        member.id(),
        told.getFirst().ticketId(),
        isRestricted,
        kept);
  }

  private static boolean isForTheOrder(@Nullable PurposeDeclared declared) {
    return declared != null
        && !declared.purpose().asksForConsent()
        && !declared.purpose().dpvPurpose().isMarketing();
  }

  /**
   * What somebody told, by field; that it is read MUST be recorded before.
   *
   * @throws org.counterfoil.vault.VaultUnavailable where it cannot be read
   */
  public Map<PersonalField, String> read(OrderPerson person) {
    Map<PersonalField, String> values = new EnumMap<>(PersonalField.class);
    for (KeptField one : person.kept()) {
      values.computeIfAbsent(one.field(), field -> open(person, one));
    }
    return values;
  }

  private String open(OrderPerson person, KeptField one) {
    return vault
        .get()
        .open(
            one.captureId(),
            new DataKeyName(
                one.keyId(), person.organisationId(), person.subjectId(), one.purpose()),
            one.field())
        .value();
  }

  private static List<PersonalDataCaptured> captures(Collection<RecordedEvent> events) {
    return events.stream()
        .map(recorded -> recorded.envelope().payload())
        .filter(PersonalDataCaptured.class::isInstance)
        .map(PersonalDataCaptured.class::cast)
        .toList();
  }
}
