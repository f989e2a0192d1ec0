package org.counterfoil.command.privacy.retention;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.counterfoil.command.exchange.Directory;
import org.counterfoil.command.lane.Answer;
import org.counterfoil.command.lane.Lanes;
import org.counterfoil.command.lane.Outcome;
import org.counterfoil.command.lane.Submission;
import org.counterfoil.command.privacy.erasure.Erasing;
import org.counterfoil.command.privacy.retention.RetentionEnds.End;
import org.counterfoil.command.privacy.subject.Objections;
import org.counterfoil.command.privacy.subject.PeopleHistory;
import org.counterfoil.command.privacy.subject.PeopleHistory.Member;
import org.counterfoil.command.privacy.subject.PeopleHistory.Person;
import org.counterfoil.command.privacy.vault.OpenedVault;
import org.counterfoil.domain.Actor;
import org.counterfoil.domain.privacy.subject.ErasureReason;
import org.counterfoil.domain.privacy.subject.RecordPeople;
import org.counterfoil.domain.privacy.subject.SubjectCommand;
import org.counterfoil.domain.privacy.subject.SubjectCommand.ExpireConsent;
import org.counterfoil.eventstore.id.TimeOrderedIds;
import org.counterfoil.vault.SealedNo;
import org.counterfoil.vault.Vault;
import org.counterfoil.vault.Vault.DueKey;
import org.counterfoil.vault.VaultUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Erases what may no longer be kept. Each key has a day on which it is looked at: new ones soon,
 * all others when their retention ends, as far as was known; then the log is asked anew, for a
 * performance may have been moved, and an order or a click counts as a contact. Whatever interrupts
 * it, the key is there and is looked at again. A start looks as well at what was put right by
 * somebody who was killed before the wrong value was gone.
 */
final class RetentionProcess implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(RetentionProcess.class);
  private static final int PAGE = 200;

  private final OpenedVault vault;
  private final PeopleHistory history;
  private final RetentionEnds ends;
  private final Erasing erasing;
  private final Objections objections;
  private final Directory directory;
  private final Lanes lanes;
  private final TimeOrderedIds ids;
  private final Clock clock;
  private final Duration every;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("retention").factory());
  private volatile boolean isRunning;
  private boolean isBegun;

  RetentionProcess(
      OpenedVault vault,
      PeopleHistory history,
      RetentionEnds ends,
      Erasing erasing,
      Objections objections,
      Directory directory,
      Lanes lanes,
      TimeOrderedIds ids,
      Clock clock,
      Duration every) {
    this.vault = vault;
    this.history = history;
    this.ends = ends;
    this.erasing = erasing;
    this.objections = objections;
    this.directory = directory;
    this.lanes = lanes;
    this.ids = ids;
    this.clock = clock;
    this.every = every;
  }

  @Override
  public void start() {
    isRunning = true;
    var unused =
        timer.scheduleWithFixedDelay(this::look, 0, every.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void look() {
    try {
      Vault open = vault.get();
      open.requireOpen();
      vault.signUps().forget();
      vault.follow();
      if (!isBegun) {
        open.reviewRepeated();
        isBegun = true;
      }
      // The day begins in the east: whoever is further west is looked at again.
      LocalDate day = LocalDate.ofInstant(clock.instant(), ZoneOffset.ofHours(14));
      List<DueKey> page;
      do {
        page = open.due(day, PAGE);
        for (DueKey key : page) {
          reviewAlone(open, key, day);
        }
      } while (page.size() == PAGE && isRunning);
    } catch (VaultUnavailable away) {
      LOG.debug("The vault is away; what is due is looked at later", away);
    } catch (RuntimeException failed) {
      LOG.warn("Expected to look at what is due, but could not; trying again later", failed);
    }
  }

  /** One that fails is looked at again tomorrow, and keeps no other waiting. */
  private void reviewAlone(Vault open, DueKey key, LocalDate day) {
    try {
      review(open, key, day);
    } catch (VaultUnavailable away) {
      throw away;
    } catch (RuntimeException failed) {
      LOG.error("Expected to look at key {}, but it failed", key.keyId(), failed);
      open.reviewOn(key.keyId(), day.plusDays(1));
    }
  }

  private void review(Vault open, DueKey key, LocalDate day) {
    Optional<Member> found = history.member(key.subjectId());
    if (found.isEmpty()) {
      // Stored with its event or not at all: the reader has not seen it yet.
      open.reviewOn(key.keyId(), day.plusDays(1));
      return;
    }
    if (found.get().state().erased().containsKey(key.purpose())) {
      open.destroy(List.of(key.keyId()));
      return;
    }
    Person person = history.of(key.organisationId(), key.subjectId());
    Member member = person.member(key.subjectId());
    PutRight.of(member, key.purpose())
        .forEach(wrong -> open.forget(wrong.captureId(), wrong.field()));
    End end =
        ends.of(person, member, key.purpose())
            .orElseGet(() -> new End(day, ErasureReason.RETENTION_ENDED));
    LocalDate today =
        LocalDate.ofInstant(
            clock.instant(), directory.organisation(key.organisationId()).timeZone());
    if (person.whole().isRestricted() || !today.isAfter(end.day())) {
      LocalDate next = end.day().plusDays(1);
      open.reviewOn(key.keyId(), next.isAfter(day) ? next : day.plusDays(1));
    } else {
      erase(key, member, end.reason());
      open.destroy(List.of(key.keyId()));
    }
  }

  private void erase(DueKey key, Member member, ErasureReason reason) {
    List<SubjectCommand> commands = new ArrayList<>();
    List<SealedNo> noes = List.of();
    if (reason == ErasureReason.RETENTION_ENDED
        && member.state().agreedTo().contains(key.purpose())) {
      commands.add(new ExpireConsent(key.organisationId(), key.subjectId(), key.purpose()));
      noes = objections.noes(new Person(key.organisationId(), List.of(member)), key.purpose());
    }
    commands.add(
        erasing.command(
            key.organisationId(),
            key.subjectId(),
            List.of(key.purpose()),
            List.of(),
            reason,
            erasing.inBackupsUntil(key.organisationId())));
    Outcome outcome =
        lanes.submit(
            new Submission(
                new RecordPeople(null, commands),
                Actor.SYSTEM,
                ids.next(),
                events -> new Answer(204, ""),
                null,
                noes));
    if (outcome instanceof Outcome.Refused refused) {
      throw new IllegalStateException("Expected to erase, but: " + refused.detail());
    }
  }

  @Override
  public void stop() {
    isRunning = false;
    timer.shutdownNow();
  }

  @Override
  public boolean isRunning() {
    return isRunning;
  }
}
