package org.counterfoil.query.audit.scope;

import java.time.ZoneId;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.privacy.audit.AuditQuestion;
import org.counterfoil.domain.privacy.subject.DataSubjectId;
import org.counterfoil.http.position.Positions;
import org.springframework.http.ResponseEntity;

/**
 * An organisation's records about personal data, as a request asks them; endpoints take it as a
 * method argument. Whoever has one may read them, and they are as new as was asked. What names
 * persons is answered only after {@link #aboutMany} or {@link #about}: they record the reading, and
 * the answer reflects it.
 */
public final class AskedAudit {

  private final OrganisationId organisationId;
  private final ZoneId timeZone;
  private final ReadingDoor door;
  private long reached;

  AskedAudit(OrganisationId organisationId, ZoneId timeZone, long reached, ReadingDoor door) {
    this.organisationId = organisationId;
    this.timeZone = timeZone;
    this.reached = reached;
    this.door = door;
  }

  public OrganisationId organisationId() {
    return organisationId;
  }

  /** By whose days the organisation counts. */
  public ZoneId timeZone() {
    return timeZone;
  }

  /** The position that the answer reflects. */
  public long reached() {
    return reached;
  }

  /** Whether a reason is named, without which nothing that names persons is answered. */
  public boolean saysWhy() {
    return door.saysWhy();
  }

  /** Records that somebody reads about one person, and why; without a reason it is refused. */
  public AskedAudit about(AuditQuestion question, DataSubjectId subject) {
    reached = door.read(organisationId, question, subject);
    return this;
  }

  /** Records that somebody reads about many, and why; without a reason it is refused. */
  public AskedAudit aboutMany(AuditQuestion question) {
    reached = door.read(organisationId, question, null);
    return this;
  }

  /** An answer that says what it reflects. */
  public <T> ResponseEntity<T> answer(T body) {
    return ResponseEntity.ok().header(Positions.POSITION, Long.toString(reached)).body(body);
  }
}
