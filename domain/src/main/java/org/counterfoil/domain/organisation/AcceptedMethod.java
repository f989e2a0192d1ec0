package org.counterfoil.domain.organisation;

import org.counterfoil.domain.money.PaymentMethod;

/** A method of payment an organisation accepts and the account that its takings are posted on. */
public record AcceptedMethod(PaymentMethod method, AccountNumber account) {}
