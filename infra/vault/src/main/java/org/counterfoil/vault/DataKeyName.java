package org.counterfoil.vault;

import java.nio.charset.StandardCharsets;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.privacy.register.PersonalField;
import org.counterfoil.domain.privacy.register.PurposeKey;
import org.counterfoil.domain.privacy.subject.CaptureId;
import org.counterfoil.domain.privacy.subject.DataKeyId;
import org.counterfoil.domain.privacy.subject.DataSubjectId;

/**
 * Whose data, for which purpose, a key opens. Everything encrypted under it is bound to all of it.
 */
public record DataKeyName(
    DataKeyId keyId, OrganisationId organisationId, DataSubjectId subjectId, PurposeKey purpose) {

  /** What the key itself is bound to. */
  byte[] bound() {
    return bytes("key");
  }

  /** What a value is bound to. */
  byte[] bound(CaptureId capture, PersonalField field) {
    return bytes("value/" + capture + "/" + field.name());
  }

  private byte[] bytes(String what) {
    return "%s/%s/%s/%s/%s"
        .formatted(what, organisationId, subjectId, purpose, keyId)
        .getBytes(StandardCharsets.UTF_8);
  }
}
