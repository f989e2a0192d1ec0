package org.counterfoil.command.privacy.vault;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.counterfoil.domain.privacy.subject.DataKeyId;
import org.counterfoil.domain.privacy.subject.ErasedPurpose;
import org.counterfoil.domain.privacy.subject.SubjectEvent.PersonalDataErased;
import org.counterfoil.eventstore.integrity.tree.TreeHasher;
import org.counterfoil.eventstore.log.EventLog;
import org.counterfoil.eventstore.log.RecordedEvent;
import org.counterfoil.vault.FollowedLog;
import org.counterfoil.vault.FollowedLog.Point;
import org.counterfoil.vault.Vault;
import org.counterfoil.vault.VaultUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Marks again who said no, and destroys every key that the log says is erased, before anything of a
 * vault is served: it may be an older one that was restored, or somebody was killed before the keys
 * were gone. The vault knows how far it has followed this log; only what was erased later is read.
 */
final class ErasedAgain implements OpenedVault.Guard {

  private static final Logger LOG = LoggerFactory.getLogger(ErasedAgain.class);
  private static final int PAGE = 1_000;
  private static final long BEGINNING = -1;

  private final EventLog log;
  private final FollowedLog followed;
  private final EndedAgain ended;

  ErasedAgain(EventLog log, FollowedLog followed, EndedAgain ended) {
    this.log = log;
    this.followed = followed;
    this.ended = ended;
  }

  /**
   * A vault that nobody ever opened, beside a log that tells of people, is not the one that they
   * are in: whoever restored the log has yet to restore the vault.
   */
  @Override
  public void beforeOpening() {
    if (followed.isNew() && log.hasCaptures()) {
      throw new VaultUnavailable(
          "Expected the vault that belongs to this log, but it is a new one: restore it", null);
    }
  }

  @Override
  public void afterOpening(Vault vault) {
    long end = log.lastPosition();
    long start = start();
    ended.after(start, vault);
    long position = start;
    int destroyed = 0;
    List<RecordedEvent> page;
    do {
      page = log.readErasures(position, PAGE);
      List<DataKeyId> keys = new ArrayList<>();
      for (RecordedEvent recorded : page) {
        PersonalDataErased erased = (PersonalDataErased) recorded.envelope().payload();
        erased.erased().stream().map(ErasedPurpose::keyId).forEach(keys::add);
        position = recorded.position();
      }
      destroyed += keys.isEmpty() ? 0 : vault.destroy(keys);
    } while (page.size() == PAGE);
    if (end > start) {
      at(end).forEach(last -> followed.follow(point(last)));
    }
    if (destroyed > 0) {
      LOG.info("Destroyed {} keys that were erased, and were still there", destroyed);
    }
  }

  /** Where this log and the one that the vault followed are the same; else the beginning. */
  private long start() {
    Point upTo = followed.upTo().orElse(null);
    if (upTo == null) {
      return BEGINNING;
    }
    if (at(upTo.position()).stream().map(ErasedAgain::point).anyMatch(upTo::equals)) {
      return upTo.position();
    }
    LOG.warn("The vault followed another log up to {}: everything is erased again", upTo);
    return BEGINNING;
  }

  private List<RecordedEvent> at(long position) {
    return position < 0 ? List.of() : log.read(position - 1, 1);
  }

  private static Point point(RecordedEvent recorded) {
    return new Point(
        recorded.position(), HexFormat.of().formatHex(new TreeHasher().leaf(recorded.entry())));
  }
}
