package org.counterfoil.domain.accounting;

import org.counterfoil.domain.PublicLabel;

/** The code and label under which a journal stands in an organisation's books. */
public record ChartJournal(Journal journal, JournalCode code, PublicLabel label) {}
