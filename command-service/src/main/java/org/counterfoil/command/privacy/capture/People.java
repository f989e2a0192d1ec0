package org.counterfoil.command.privacy.capture;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.counterfoil.command.privacy.register.Registers;
import org.counterfoil.command.privacy.subject.Objections;
import org.counterfoil.command.privacy.vault.OpenedVault;
import org.counterfoil.domain.OrderId;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.privacy.register.CaptureDoor;
import org.counterfoil.domain.privacy.register.PersonalField;
import org.counterfoil.domain.privacy.register.PublicForm;
import org.counterfoil.domain.privacy.register.Register;
import org.counterfoil.domain.privacy.subject.CaptureId;
import org.counterfoil.domain.privacy.subject.DataKeyId;
import org.counterfoil.domain.privacy.subject.DataSubjectId;
import org.counterfoil.domain.privacy.subject.SubjectCommand;
import org.counterfoil.domain.privacy.subject.SubjectCommand.AnswerConsent;
import org.counterfoil.domain.privacy.subject.SubjectCommand.AwaitConfirmation;
import org.counterfoil.domain.privacy.subject.SubjectCommand.CapturePersonalData;
import org.counterfoil.domain.privacy.subject.SubjectCommand.MergeSubject;
import org.counterfoil.domain.privacy.subject.SubjectCommand.ObjectToPurpose;
import org.counterfoil.domain.seathold.TicketId;
import org.counterfoil.eventstore.id.TimeOrderedIds;
import org.counterfoil.vault.DataKeyName;
import org.counterfoil.vault.PersonalValue;
import org.counterfoil.vault.Sealed;
import org.counterfoil.vault.SealedCapture;
import org.counterfoil.vault.Vault;
import org.jspecify.annotations.Nullable;

/**
 * Takes what people tell: checks it against the register, encrypts it, and says what is to be
 * recorded. Everybody is somebody new: whether two are one person, nobody knows who only sees an
 * address typed; whoever shows the secret of an account is merged into it at once.
 */
public final class People {

  private final Registers registers;
  private final OpenedVault vault;
  private final Objections objections;
  private final TimeOrderedIds ids;

  People(Registers registers, OpenedVault vault, Objections objections, TimeOrderedIds ids) {
    this.registers = registers;
    this.vault = vault;
    this.objections = objections;
    this.ids = ids;
  }

  /**
   * For what somebody tells it.
   *
   * @param path where the values stand in the request, for messages
   * @param orderId what it is told for; missing for none
   * @param ticketId whose holder it is; missing for a buyer
   * @param account whose it is, as it has shown; missing for somebody who has shown nothing
   */
  public record Occasion(
      OrganisationId organisationId,
      String path,
      CaptureDoor door,
      @Nullable OrderId orderId,
      @Nullable TicketId ticketId,
      @Nullable DataSubjectId account) {

    /** Of somebody who has shown nothing. */
    public Occasion(
        OrganisationId organisationId,
        String path,
        CaptureDoor door,
        @Nullable OrderId orderId,
        @Nullable TicketId ticketId) {
      this(organisationId, path, door, orderId, ticketId, null);
    }
  }

  /**
   * What somebody new tells; nothing where nothing is told.
   *
   * @throws org.counterfoil.http.problem.ProblemException where it may not be taken, with the
   *     field's name
   * @throws org.counterfoil.vault.VaultUnavailable where it cannot be encrypted
   */
  public Told tell(ToldWish wish, Occasion occasion) {
    if (wish.isEmpty() && (wish.consents() == null || wish.consents().isEmpty())) {
      return Told.NOTHING;
    }
    Register register = registers.of(occasion.organisationId());
    Telling telling = new Telling(register, occasion.path(), wish, forms(occasion));
    DataSubjectId subject = new DataSubjectId(ids.next());
    List<SubjectCommand> commands = new ArrayList<>();
    List<Sealed> sealed = new ArrayList<>();
    for (Telling.Part part : telling.parts()) {
      CapturePersonalData capture = capture(part, subject, occasion);
      commands.add(capture);
      sealed.add(seal(capture, part.values()));
    }
    for (Telling.AnswerTo answer : telling.answers()) {
      if (answer.purpose().purpose().isOptOut() && !answer.isGiven()) {
        telling
            .email()
            .map(
                address ->
                    objections.no(
                        occasion.organisationId(),
                        subject,
                        answer.purpose().purpose().key(),
                        address))
            .ifPresent(sealed::add);
      }
      answered(answer, subject, occasion, register, commands);
    }
    if (occasion.account() != null && !commands.isEmpty()) {
      commands.add(new MergeSubject(occasion.organisationId(), subject, occasion.account()));
    }
    return new Told(commands, sealed);
  }

  private CapturePersonalData capture(Telling.Part part, DataSubjectId subject, Occasion occasion) {
    return new CapturePersonalData(
        occasion.organisationId(),
        subject,
        new CaptureId(ids.next()),
        new DataKeyId(ids.next()),
        part.purpose(),
        part.notice(),
        List.copyOf(part.values().keySet()),
        occasion.door(),
        occasion.orderId(),
        occasion.ticketId());
  }

  private SealedCapture seal(
      CapturePersonalData capture, Map<PersonalField, PersonalValue> values) {
    Vault open = vault.get();
    return open.sealFirst(
        capture.captureId(),
        new DataKeyName(
            capture.keyId(),
            capture.organisationId(),
            capture.subjectId(),
            capture.purpose().purpose().key()),
        new EnumMap<>(values));
  }

  /** Whoever shows the secret of an account may be ordering with it. */
  private static Set<PublicForm> forms(Occasion occasion) {
    return PublicForm.behind(occasion.door())
        .map(form -> form == PublicForm.ACCOUNT ? Set.of(form, PublicForm.ORDER) : Set.of(form))
        .orElse(Set.of());
  }

  /** Who is written to is who has the address, and that may not be who typed it. */
  private static boolean isToBeConfirmed(
      Telling.AnswerTo answer, Occasion occasion, Register register) {
    return answer.isGiven()
        && answer.purpose().purpose().isByConsent()
        && answer.purpose().purpose().dpvPurpose().isMarketing()
        && PublicForm.behind(occasion.door()).filter(register::isConfirmed).isPresent();
  }

  /** Marketing that rests on no consent is stopped by a no, and needs no yes. */
  private static void answered(
      Telling.AnswerTo answer,
      DataSubjectId subject,
      Occasion occasion,
      Register register,
      List<SubjectCommand> commands) {
    if (isToBeConfirmed(answer, occasion, register)) {
      commands.add(
          new AwaitConfirmation(
              occasion.organisationId(),
              subject,
              answer.purpose(),
              answer.notice(),
              occasion.door()));
    } else if (answer.purpose().purpose().asksForConsent()) {
      commands.add(
          new AnswerConsent(
              occasion.organisationId(),
              subject,
              answer.purpose(),
              answer.notice(),
              answer.isGiven(),
              occasion.door(),
              null));
    } else if (!answer.isGiven()) {
      commands.add(
          new ObjectToPurpose(
              occasion.organisationId(), subject, answer.purpose(), occasion.door()));
    }
  }
}
