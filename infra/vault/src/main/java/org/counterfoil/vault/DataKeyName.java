package org.counterfoil.vault;

import java.nio.charset.StandardCharsets;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.privacy.CaptureId;
import org.counterfoil.domain.privacy.DataKeyId;
import org.counterfoil.domain.privacy.DataSubjectId;
import org.counterfoil.domain.privacy.PersonalField;
import org.counterfoil.domain.privacy.PurposeKey;

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
