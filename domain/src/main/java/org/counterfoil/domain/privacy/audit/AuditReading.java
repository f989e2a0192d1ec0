package org.counterfoil.domain.privacy.audit;

import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.privacy.disclosure.DisclosureReason;
import org.counterfoil.domain.privacy.subject.DataSubjectId;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to read of what is recorded about personal data, and why.
 *
 * @param subjectId whom the question is about; missing where it is about many
 */
public record AuditReading(
    OrganisationId organisationId,
    AuditQuestion question,
    @Nullable DataSubjectId subjectId,
    DisclosureReason reason) {}
