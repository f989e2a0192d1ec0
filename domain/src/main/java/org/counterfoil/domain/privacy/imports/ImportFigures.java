package org.counterfoil.domain.privacy.imports;

/**
 * What was in an imported file.
 *
 * @param lines without the head
 * @param newPeople who were not known from that source before
 * @param knownPeople who were, also those of whom it told nothing new
 * @param captures what was captured, each person's for each purpose once
 * @param consentsRecorded answers that were recorded
 * @param consentsNotCounted a yes without text, time or source, or from before an objection
 * @param faultyLines lines that were refused
 */
public record ImportFigures(
    int lines,
    int newPeople,
    int knownPeople,
    int captures,
    int consentsRecorded,
    int consentsNotCounted,
    int faultyLines) {}
