package org.counterfoil.query.accounts.posting;

import java.time.LocalDate;

/**
 * On which days something is posted.
 *
 * @param businessDay by which days and months are closed
 * @param taxDay the date of its entry, which tax and fiscal years follow
 * @param realDay when it really was
 * @param isLate whether its own day was closed already
 */
record PostingDay(LocalDate businessDay, LocalDate taxDay, LocalDate realDay, boolean isLate) {}
