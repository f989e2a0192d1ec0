package org.counterfoil.vault;

import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.privacy.register.PurposeKey;
import org.counterfoil.domain.privacy.subject.DataSubjectId;

/**
 * The keyed hash of an address whose reader says no to a purpose, ready to be stored with the event
 * that says so.
 */
public record SealedNo(
    OrganisationId organisationId, DataSubjectId subjectId, PurposeKey purpose, Ciphertext mark)
    implements Sealed {}
