package org.counterfoil.domain.accounting;

/** What an operation does to the books. */
public enum OperationKind {
  /** Tickets were sold. */
  SALE,
  /** Free tickets only: no entry, but counted. */
  COMPS,
  /** A part was paid before anything was sold for it. */
  DEPOSIT,
  /** Tickets on account were paid. */
  RECEIVABLE_PAID,
  /** Money in another currency than the books': listed, and to be booked by hand. */
  FOREIGN_MONEY,
  /** Money that buys nothing is owed back. */
  REFUND_DUE,
  /** What was owed back has gone back. */
  REFUND_PAID,
  /** A cheque came back unpaid: the buyer owes again. */
  UNPAID_CHEQUE,
  /** Who had paid took the money back: the buyer owes again. */
  CHARGEBACK,
  /** Money that was taken back came again. */
  PAYMENT_RESTORED,
  /** Tickets were taken back, wholly or in part; the money went back or is owed. */
  REFUND,
  /** Tickets were swapped for others. */
  EXCHANGE,
  /** Tickets became invalid without money. */
  VOID,
  /** A performance took place: what was deferred for it is earned. */
  RECOGNITION,
  /** A performance was cancelled: what was sold for it is owed back. */
  CANCELLATION,
  /** An agent took money for another organisation's tickets, or gave it back. */
  AGENT_MONEY,
  /** An agent paid over what it had taken, or was paid what it had given back. */
  AGENT_SETTLED,
  /** A provider paid over what it had received, less its fees. */
  PAYOUT,
  /** An order was invoiced: no entry, for what it sold is booked by its sale. */
  INVOICE,
  /** What an invoice asked for was taken back: no entry, for that is booked by the refund. */
  CREDIT_NOTE,
  /** A till session began: no entry. */
  TILL_OPENED,
  /** A till was counted: an entry where it was not what it should be. */
  TILL_COUNTED,
  /** Cash is on its way to the bank. */
  TILL_BANKED,
  /** The bank has the cash of a till. */
  BANKING_ARRIVED,
  /** Tax on a single-purpose voucher was due when it was issued, and is its order's when spent. */
  VOUCHER_TAXED,
  /** The time of a voucher was over: what was left of it is no debt any more. */
  VOUCHER_EXPIRED,
  /** A pass was issued: its uses are revenue of later, and their tax is due. */
  PASS_ISSUED,
  /** Uses of a pass were taken: what they are of, their order says. */
  PASS_USED,
  /** Uses came back to a pass. */
  PASS_USES_RETURNED,
  /** The time of a pass was over, and nobody had taken all of its uses. */
  PASS_UNUSED
}
