package org.counterfoil.eventstore.check;

/**
 * What a {@link LogCheck} or an {@link OrphanCheck} looks for; I1 to I8 are the product's
 * invariants.
 */
public enum Invariant {
  /** Positions follow each other without a gap (I5). */
  POSITIONS_DENSE,
  /** The events of a stream are numbered from 0, without a gap and each once (I5). */
  STREAM_GAPLESS,
  /** No seat is in two live holds or tickets (I1). */
  SEAT_TAKEN_ONCE,
  /** An area never has more places held and sold than its capacity (I1). */
  AREA_WITHIN_CAPACITY,
  /** A hold is placed once and ends once: sold, released or expired (I7). */
  HOLD_ENDS_ONCE,
  /** Tickets of a performance are numbered from 1, without a gap and each once. */
  TICKETS_NUMBERED,
  /** A ticket is let in at most once, after it was issued, at a door of its performance. */
  TICKET_ADMITTED_ONCE,
  /**
   * Each new code of a ticket counts on by one, whether it was lost or given to somebody else, and
   * nobody is let in with one that was not made.
   */
  TICKET_CODES_COUNTED,
  /** Once a performance took place or was cancelled, nothing of it is held or sold. */
  NOTHING_AFTER_THE_END,
  /** A ticket becomes void once, and exactly where its order says so. */
  TICKET_VOID_AS_SAID,
  /** A sold hold belongs to an order that is completed, with exactly its tickets (I8). */
  SOLD_AS_ORDERED,
  /**
   * Captured money pays for a completed order, waits in an open one, or is owed back (I8); what
   * goes back was paid before, goes back once, and adds up.
   */
  MONEY_ACCOUNTED_FOR,
  /** Invoices and credit notes are numbered from 1 in each fiscal year, without a gap. */
  INVOICES_NUMBERED,
  /**
   * An invoice asks for what its order's tickets cost, and what came back of them after it has a
   * credit note.
   */
  INVOICED_AS_SOLD,
  /** A voucher is never spent below zero, and pays for what orders say that it paid, once. */
  VOUCHER_SPENT_ONCE,
  /** A voucher is issued for what was paid, and gets back what an order owes it, once. */
  VOUCHER_PAID_FOR,
  /**
   * What is spent of a single-purpose voucher, and comes back to it, has its part of the tax that
   * was due when it was issued.
   */
  VOUCHER_TAXED_ONCE,
  /** A pass is used as often as it was paid for, no oftener, and pays what orders say, once. */
  PASS_USED_ONCE,
  /** A pass is issued for what was paid, and gets back what an order owes it, once. */
  PASS_PAID_FOR,
  /**
   * Every use of a pass has the same price and the same tax: what was paid for it is what it pays.
   */
  PASS_USES_ALIKE,
  /** The parts of a joint order are placed together, to one end, and completed all or none. */
  JOINT_ALL_OR_NONE,
  /**
   * What goes with tickets that are exchanged for those of another performance is what pays for
   * them, share by share.
   */
  EXCHANGE_ARRIVES_WHOLE,
  /** No hold leaves a single seat alone where another choice existed; see {@link OrphanCheck}. */
  ORPHAN_SEATS_AVOIDED
}
