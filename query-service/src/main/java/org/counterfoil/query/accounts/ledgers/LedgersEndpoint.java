package org.counterfoil.query.accounts.ledgers;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.counterfoil.domain.accounting.ChartOfAccounts;
import org.counterfoil.query.accounts.scope.AskedBooks;
import org.counterfoil.query.accounts.scope.OrganisationQueries;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What accounts, rates of tax and ledgers add up to, and by which chart is booked. */
@RestController
@Tag(name = "Accounts")
class LedgersEndpoint {

  private static final String BOOKS = "/api/v1/accounting/{organisationId}";

  private final LedgerQueries ledgers;
  private final OrganisationQueries organisations;

  LedgersEndpoint(LedgerQueries ledgers, OrganisationQueries organisations) {
    this.ledgers = ledgers;
    this.organisations = organisations;
  }

  @GetMapping(BOOKS + "/trial-balance")
  @Operation(summary = "The balance of every account")
  ResponseEntity<TrialBalance> trialBalance(AskedBooks books) {
    return books.answer(ledgers.trialBalance(books.scope(), books.reached()));
  }

  @GetMapping(BOOKS + "/vat")
  @Operation(
      summary = "Tax that became due, by rate",
      description =
          "Per ticket, net is gross / (1 + rate) rounded half up to the cent, and tax is the rest;"
              + " totals are sums of these amounts, which were frozen with the sale.")
  ResponseEntity<VatReport> vat(AskedBooks books) {
    return books.answer(ledgers.vat(books.scope(), books.reached()));
  }

  @GetMapping(BOOKS + "/ledgers")
  @Operation(
      summary = "Sales ledger and cash ledger",
      description = "sales = cash + receivables − settled receivables, at every instant")
  ResponseEntity<Ledgers> ledgers(AskedBooks books) {
    return books.answer(ledgers.ledgers(books.scope(), books.reached()));
  }

  @GetMapping(BOOKS + "/chart")
  @Operation(summary = "Numbers, codes and labels of accounts and journals")
  ResponseEntity<ChartOfAccounts> chart(AskedBooks books) {
    return books.answer(organisations.get(books.scope().organisationId()).chart().complete());
  }
}
