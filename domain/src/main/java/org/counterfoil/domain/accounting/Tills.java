package org.counterfoil.domain.accounting;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.counterfoil.domain.Actor;
import org.counterfoil.domain.accounting.TillEvent.BankingArrived;
import org.counterfoil.domain.accounting.TillEvent.TillBanked;
import org.counterfoil.domain.accounting.TillEvent.TillCounted;
import org.counterfoil.domain.accounting.TillEvent.TillOpened;
import org.jspecify.annotations.Nullable;

/** The till sessions of an organisation, and how far each has come. */
final class Tills {

  /** A session; what has not happened yet is missing. */
  static final class Session {
    final TillOpened opened;
    @Nullable TillCounted counted;
    @Nullable TillBanked banked;
    @Nullable LocalDate arrivedOn;

    Session(TillOpened opened) {
      this.opened = opened;
    }
  }

  private final Map<Integer, Session> sessions = new HashMap<>();

  int lastSession() {
    return sessions.size();
  }

  @Nullable Session session(int number) {
    return sessions.get(number);
  }

  /** The keeper's session that is not counted yet; missing where there is none. */
  @Nullable Session openOf(Actor keeper) {
    return sessions.values().stream()
        .filter(session -> session.counted == null && session.opened.keeper().equals(keeper))
        .findFirst()
        .orElse(null);
  }

  void apply(TillEvent event) {
    if (event instanceof TillOpened opened) {
      sessions.put(opened.session(), new Session(opened));
      return;
    }
    Session session = sessions.get(event.session());
    if (session == null) {
      throw new IllegalStateException("Expected a till session that was opened, but " + event);
    }
    switch (event) {
      case TillOpened opened -> {}
      case TillCounted counted -> session.counted = counted;
      case TillBanked banked -> session.banked = banked;
      case BankingArrived arrived -> session.arrivedOn = arrived.arrivedOn();
    }
  }
}
