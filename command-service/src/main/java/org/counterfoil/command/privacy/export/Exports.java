package org.counterfoil.command.privacy.export;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.counterfoil.command.exchange.Directory;
import org.counterfoil.command.privacy.disclosure.Recipients;
import org.counterfoil.command.privacy.export.PersonExport.Contacts;
import org.counterfoil.command.privacy.export.PersonExport.ErasedValues;
import org.counterfoil.command.privacy.export.PersonExport.ExportedValue;
import org.counterfoil.command.privacy.register.ControllerContacts;
import org.counterfoil.command.privacy.register.Controllers;
import org.counterfoil.command.privacy.register.Notices;
import org.counterfoil.command.privacy.register.Registers;
import org.counterfoil.command.privacy.subject.PeopleHistory.Member;
import org.counterfoil.command.privacy.subject.PeopleHistory.Person;
import org.counterfoil.command.privacy.vault.OpenedVault;
import org.counterfoil.domain.PublicLabel;
import org.counterfoil.domain.privacy.controller.SupervisoryAuthority;
import org.counterfoil.domain.privacy.imports.SourceCode;
import org.counterfoil.domain.privacy.register.PersonalField;
import org.counterfoil.domain.privacy.register.PurposeKey;
import org.counterfoil.domain.privacy.register.Register;
import org.counterfoil.domain.privacy.register.RegisterEvent.PurposeDeclared;
import org.counterfoil.domain.privacy.request.RequestKind;
import org.counterfoil.domain.privacy.subject.CaptureId;
import org.counterfoil.domain.privacy.subject.DataSubject.KeptField;
import org.counterfoil.domain.privacy.subject.SubjectEvent.PersonalDataCaptured;
import org.counterfoil.domain.privacy.subject.SubjectEvent.PersonalDataImported;
import org.counterfoil.domain.privacy.subject.SubjectEvent.PersonalDataRectified;
import org.counterfoil.eventstore.log.RecordedEvent;
import org.counterfoil.http.access.Secrets;
import org.counterfoil.vault.DataKeyName;
import org.jspecify.annotations.Nullable;

/**
 * Puts together what is kept of a person. A value that the log says is there and the vault does not
 * have is an error, and ends it: an export is whole or is none.
 */
public final class Exports {

  /** Beside access itself. */
  private static final List<RequestKind> RIGHTS =
      Stream.of(RequestKind.values()).filter(kind -> kind != RequestKind.ACCESS).toList();

  private final OpenedVault vault;
  private final Registers registers;
  private final Notices notices;
  private final Directory directory;
  private final Controllers controllers;
  private final Recipients recipients;
  private final ExportedOrders orders;
  private final Secrets secrets;

  Exports(
      OpenedVault vault,
      Registers registers,
      Notices notices,
      Directory directory,
      Controllers controllers,
      Recipients recipients,
      ExportedOrders orders,
      Secrets secrets) {
    this.vault = vault;
    this.registers = registers;
    this.notices = notices;
    this.directory = directory;
    this.controllers = controllers;
    this.recipients = recipients;
    this.orders = orders;
    this.secrets = secrets;
  }

  /** All of one person. */
  public PersonExport of(Person person) {
    Register register = registers.of(person.organisationId());
    ControllerContacts controller = controllers.of(person.organisationId());
    List<ExportedValue> values = new ArrayList<>();
    List<ErasedValues> erased = new ArrayList<>();
    for (Member member : person.members()) {
      values.addAll(values(person, member, register));
      member
          .state()
          .erased()
          .forEach(
              (purpose, gone) ->
                  erased.add(
                      new ErasedValues(
                          purpose, name(purpose, register), gone.at(), gone.reason())));
    }
    return new PersonExport(
        person.id(),
        person.ids(),
        person.organisationId(),
        controller.name(),
        new Contacts(
            controller.country(),
            controller.address(),
            controller.contact(),
            controller.dpoContact()),
        directory.organisation(person.organisationId()).timeZone(),
        values,
        erased,
        ExportedAnswers.of(person, register),
        person.purposes().stream().filter(person.whole()::hasObjected).toList(),
        person.whole().restrictions().stream().sorted().toList(),
        recipients.of(person.ids()),
        controller.transfers(),
        orders.of(person),
        RIGHTS,
        false,
        SupervisoryAuthority.of(controller.country()).orElse(null),
        secrets.withdrawal(person.id()));
  }

  /** Something that was told for a purpose, until it is told anew. */
  private record ToldFor(PurposeKey purpose, PersonalField field) {}

  /**
   * What is told to the person itself of what it said last, and when. Each field has the reason for
   * which it was told itself, also where another was told later for the same purpose.
   */
  private List<ExportedValue> values(Person person, Member member, Register register) {
    Map<ToldFor, PersonalDataCaptured> why = new HashMap<>();
    Map<CaptureId, Instant> when = new HashMap<>();
    Map<CaptureId, SourceCode> from = new HashMap<>();
    for (RecordedEvent recorded : member.events()) {
      Instant at = recorded.envelope().recordedAt();
      if (recorded.envelope().payload() instanceof PersonalDataCaptured captured) {
        captured
            .fields()
            .forEach(field -> why.put(new ToldFor(captured.purpose(), field), captured));
        when.put(captured.captureId(), at);
      } else if (recorded.envelope().payload() instanceof PersonalDataRectified rectified) {
        when.put(rectified.captureId(), at);
      } else if (recorded.envelope().payload() instanceof PersonalDataImported imported) {
        imported.captures().forEach(capture -> from.put(capture, imported.source()));
      }
    }
    List<ExportedValue> values = new ArrayList<>();
    for (KeptField kept : member.state().fields()) {
      PersonalDataCaptured captured =
          Objects.requireNonNull(why.get(new ToldFor(kept.purpose(), kept.field())));
      values.add(
          value(
              kept,
              captured,
              Objects.requireNonNull(when.get(kept.captureId())),
              register.purpose(kept.purpose()),
              open(person, member, kept),
              from.get(kept.captureId())));
    }
    return values;
  }

  private String open(Person person, Member member, KeptField kept) {
    DataKeyName key =
        new DataKeyName(kept.keyId(), person.organisationId(), member.id(), kept.purpose());
    return vault.get().open(kept.captureId(), key, kept.field()).value();
  }

  private ExportedValue value(
      KeptField kept,
      PersonalDataCaptured captured,
      Instant at,
      @Nullable PurposeDeclared declared,
      String value,
      @Nullable SourceCode source) {
    return new ExportedValue(
        kept.field(),
        value,
        kept.purpose(),
        declared == null ? null : declared.purpose().name(),
        captured.lawfulBasis(),
        declared == null ? List.of() : declared.purpose().recipients(),
        captured.retention(),
        captured.noticeVersionId(),
        captured.noticeHash(),
        notices.text(captured.noticeHash()),
        captured.door(),
        at,
        captured.orderId(),
        captured.ticketId(),
        source);
  }

  static @Nullable PublicLabel name(PurposeKey purpose, Register register) {
    PurposeDeclared declared = register.purpose(purpose);
    return declared == null ? null : declared.purpose().name();
  }

  /** Which fields are told with it. */
  public static List<PersonalField> fields(Person person) {
    return person.members().stream()
        .flatMap(member -> member.state().fields().stream())
        .map(KeptField::field)
        .distinct()
        .sorted()
        .toList();
  }
}
