package org.counterfoil.domain.accounting;

import org.counterfoil.domain.PublicLabel;
import org.counterfoil.domain.organisation.AccountNumber;

/** The number and label under which an account stands in an organisation's chart. */
public record ChartAccount(Account account, AccountNumber number, PublicLabel label) {}
