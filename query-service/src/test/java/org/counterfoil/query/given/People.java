package org.counterfoil.query.given;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.counterfoil.domain.Actor;
import org.counterfoil.domain.Decision;
import org.counterfoil.domain.OrderId;
import org.counterfoil.domain.PublicLabel;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.privacy.register.CaptureDoor;
import org.counterfoil.domain.privacy.register.DpvPurpose;
import org.counterfoil.domain.privacy.register.LanguageTag;
import org.counterfoil.domain.privacy.register.LawfulBasis;
import org.counterfoil.domain.privacy.register.NoticeHash;
import org.counterfoil.domain.privacy.register.NoticeVersionId;
import org.counterfoil.domain.privacy.register.PersonalField;
import org.counterfoil.domain.privacy.register.Purpose;
import org.counterfoil.domain.privacy.register.PurposeKey;
import org.counterfoil.domain.privacy.register.Register;
import org.counterfoil.domain.privacy.register.RegisterCommand;
import org.counterfoil.domain.privacy.register.RegisterCommand.DeclarePurpose;
import org.counterfoil.domain.privacy.register.RegisterCommand.PublishNotice;
import org.counterfoil.domain.privacy.register.RegisterDecider;
import org.counterfoil.domain.privacy.register.RegisterEvent;
import org.counterfoil.domain.privacy.register.RegisterEvent.NoticePublished;
import org.counterfoil.domain.privacy.register.Retention;
import org.counterfoil.domain.privacy.register.RetentionPeriod;
import org.counterfoil.domain.privacy.register.RetentionStart;
import org.counterfoil.domain.privacy.subject.CaptureId;
import org.counterfoil.domain.privacy.subject.DataKeyId;
import org.counterfoil.domain.privacy.subject.DataSubject;
import org.counterfoil.domain.privacy.subject.DataSubjectId;
import org.counterfoil.domain.privacy.subject.SubjectCommand;
import org.counterfoil.domain.privacy.subject.SubjectCommand.AnswerConsent;
import org.counterfoil.domain.privacy.subject.SubjectCommand.CapturePersonalData;
import org.counterfoil.domain.privacy.subject.SubjectDecider;
import org.counterfoil.domain.privacy.subject.SubjectEvent;
import org.jspecify.annotations.Nullable;

/**
 * People of one organisation, by the domain's own deciders: what they decide is written to the log.
 * There is no vault, for nothing of it is ever asked here.
 */
public final class People {

  public static final PurposeKey DELIVERY = new PurposeKey("ticket-delivery");
  public static final PurposeKey NEWSLETTER = new PurposeKey("newsletter");
  public static final PurposeKey ACCOUNTING = new PurposeKey("accounting");

  public static final String TEXT = "Nous écrivons où envoyer vos billets, et rien d'autre.";

  private static final AtomicLong IDS = new AtomicLong();

  private final TestLog log;
  private final OrganisationId organisation;
  private final RegisterDecider registering = new RegisterDecider();
  private final SubjectDecider deciding = new SubjectDecider();
  private final Register register = new Register();
  private final Map<PurposeKey, NoticePublished> notices = new HashMap<>();
  private final Map<DataSubjectId, DataSubject> subjects = new LinkedHashMap<>();

  /** With a register of three purposes, each under a notice. */
  public People(TestLog log, OrganisationId organisation, Instant at) {
    this.log = log;
    this.organisation = organisation;
    declare(
        purpose(
            DELIVERY,
            "Envoi des billets",
            DpvPurpose.CUSTOMER_ORDER_MANAGEMENT,
            LawfulBasis.CONTRACT,
            new Retention(RetentionStart.PERFORMANCE_END, new RetentionPeriod("P6M")),
            PersonalField.EMAIL,
            PersonalField.NAME),
        at);
    declare(
        purpose(
            NEWSLETTER,
            "Lettre d'information",
            DpvPurpose.DIRECT_MARKETING,
            LawfulBasis.CONSENT,
            new Retention(RetentionStart.LAST_CONTACT, new RetentionPeriod("P3Y")),
            PersonalField.EMAIL),
        at);
    declare(
        purpose(
            ACCOUNTING,
            "Factures",
            DpvPurpose.LEGAL_COMPLIANCE,
            LawfulBasis.LEGAL_OBLIGATION,
            new Retention(RetentionStart.FISCAL_YEAR_END, new RetentionPeriod("P10Y")),
            PersonalField.NAME,
            PersonalField.ADDRESS),
        at);
  }

  public static Purpose purpose(
      PurposeKey key,
      String name,
      DpvPurpose dpv,
      LawfulBasis basis,
      Retention retention,
      PersonalField... fields) {
    return new Purpose(
        key,
        new PublicLabel(name),
        dpv,
        basis,
        null,
        List.of(fields),
        List.of(new PublicLabel("Imprimeur")),
        retention,
        false);
  }

  /** Unique in this JVM. */
  public static UUID id() {
    return new UUID(0x0190_0000_0000_7001L, 0x8000_0000_0000_0000L | IDS.incrementAndGet());
  }

  public OrganisationId organisation() {
    return organisation;
  }

  public Map<DataSubjectId, DataSubject> subjects() {
    return subjects;
  }

  /** Declares a purpose, anew or not, and publishes its notice in French. */
  public void declare(Purpose purpose, Instant at) {
    register(new DeclarePurpose(organisation, purpose), at);
    PublishNotice publish =
        new PublishNotice(
            organisation,
            new NoticeVersionId(id()),
            purpose.key(),
            new LanguageTag("fr"),
            hashOf(TEXT));
    register(publish, at);
    notices.put(purpose.key(), register.notice(publish.noticeVersionId()).orElseThrow());
  }

  private void register(RegisterCommand command, Instant at) {
    Decision<RegisterEvent> decision = registering.decide(command, register, at);
    if (!(decision instanceof Decision.Accepted<RegisterEvent> accepted)) {
      throw new IllegalStateException("Expected it to be accepted, but " + decision);
    }
    accepted.events().forEach(event -> registering.evolve(register, event));
    log.append(organisation, at, accepted.events());
  }

  public static NoticeHash hashOf(String text) {
    try {
      return new NoticeHash(
          HexFormat.of()
              .formatHex(
                  MessageDigest.getInstance("SHA-256")
                      .digest(text.getBytes(StandardCharsets.UTF_8))));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  public NoticePublished notice(PurposeKey purpose) {
    return notices.get(purpose);
  }

  public RegisterEvent.PurposeDeclared declared(PurposeKey purpose) {
    return Objects.requireNonNull(register.purpose(purpose));
  }

  /** Somebody of whom nothing is known yet. */
  public DataSubjectId somebody() {
    DataSubjectId id = new DataSubjectId(id());
    subjects.put(id, new DataSubject());
    return id;
  }

  public boolean capture(
      DataSubjectId subject,
      PurposeKey purpose,
      Instant at,
      @Nullable OrderId order,
      PersonalField... fields) {
    CaptureDoor door = order == null ? CaptureDoor.NEWSLETTER_FORM : CaptureDoor.ORDER;
    return captureBy(door, subject, purpose, at, order, fields);
  }

  public boolean captureBy(
      CaptureDoor door,
      DataSubjectId subject,
      PurposeKey purpose,
      Instant at,
      @Nullable OrderId order,
      PersonalField... fields) {
    DataKeyId key = subjects.get(subject).keyOf(purpose).orElseGet(() -> new DataKeyId(id()));
    return decide(
        new CapturePersonalData(
            organisation,
            subject,
            new CaptureId(id()),
            key,
            declared(purpose),
            notice(purpose),
            List.of(fields),
            door,
            order,
            null),
        at);
  }

  /** Says yes or no to the newsletter. */
  public boolean answer(DataSubjectId subject, boolean isGiven, Instant at) {
    return answer(subject, isGiven, at, CaptureDoor.NEWSLETTER_FORM);
  }

  /** The same, through a door. */
  public boolean answer(DataSubjectId subject, boolean isGiven, Instant at, CaptureDoor door) {
    return decide(
        new AnswerConsent(
            organisation, subject, declared(NEWSLETTER), notice(NEWSLETTER), isGiven, door, null),
        at);
  }

  /** Whether it was accepted, and told something. */
  public boolean decide(SubjectCommand command, Instant at) {
    DataSubject subject = subjects.get(command.subjectId());
    if (!(deciding.decide(command, subject, at) instanceof Decision.Accepted<SubjectEvent> accepted)
        || accepted.events().isEmpty()) {
      return false;
    }
    accepted.events().forEach(event -> deciding.evolve(subject, event));
    log.append(organisation, at, new Actor(Actor.Kind.OPERATOR, new UUID(0, 7)), accepted.events());
    return true;
  }
}
