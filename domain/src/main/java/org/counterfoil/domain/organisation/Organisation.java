package org.counterfoil.domain.organisation;

import java.util.Currency;
import java.util.List;
import org.counterfoil.domain.money.PaymentMethod;
import org.jspecify.annotations.Nullable;

/** The state of an organisation. */
public final class Organisation {

  @Nullable OrganisationId id;
  @Nullable Currency currency;
  List<AcceptedMethod> methods = List.of();
  List<OrganisationId> principals = List.of();
  @Nullable InvoicingTerms invoicing;
  List<NamedAgent> agents = List.of();
  VoucherTerms vouchers = VoucherTerms.USUAL;

  /** Whether it was created. */
  public boolean exists() {
    return id != null;
  }

  /** Its currency; asking before it exists is an error. */
  public Currency currency() {
    if (currency == null) {
      throw new IllegalStateException("Expected an existing organisation, but it was not created");
    }
    return currency;
  }

  /** What its invoices say beside what they are for; missing until it is set. */
  public @Nullable InvoicingTerms invoicing() {
    return invoicing;
  }

  /** Whether it is ready to sell tickets on the other's account. */
  public boolean sellsFor(OrganisationId principal) {
    return principals.contains(principal);
  }

  /** Who sells tickets of all of its performances on its account, each through a channel. */
  public List<NamedAgent> agents() {
    return agents;
  }

  /** What it promises with its vouchers now; those that were issued keep what they were told. */
  public VoucherTerms vouchers() {
    return vouchers;
  }

  /** Whether it accepts the method. One that has set none accepts the usual ones. */
  public boolean accepts(PaymentMethod method) {
    return methods.isEmpty()
        ? PaymentMethod.USUAL.contains(method)
        : methods.stream().anyMatch(accepted -> accepted.method().equals(method));
  }
}
