package org.counterfoil.command.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.counterfoil.domain.privacy.DataKeyId;
import org.counterfoil.domain.privacy.ErasedPurpose;
import org.counterfoil.domain.privacy.SubjectEvent.PersonalDataErased;
import org.counterfoil.eventstore.log.EventLog;
import org.counterfoil.eventstore.log.RecordedEvent;
import org.counterfoil.vault.Vault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Destroys every key that the log says is erased, before anything of a vault is served: it may be
 * an older one that was restored, or somebody was killed before the keys were gone.
 */
final class ErasedAgain implements Consumer<Vault> {

  private static final Logger LOG = LoggerFactory.getLogger(ErasedAgain.class);
  private static final int PAGE = 1_000;

  private final EventLog log;

  ErasedAgain(EventLog log) {
    this.log = log;
  }

  @Override
  public void accept(Vault vault) {
    long position = -1;
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
    if (destroyed > 0) {
      LOG.warn("Destroyed {} keys again that were erased before: was a vault restored?", destroyed);
    }
  }
}
