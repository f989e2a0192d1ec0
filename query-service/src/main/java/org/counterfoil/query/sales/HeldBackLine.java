package org.counterfoil.query.sales;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Places that something keeps off general sale.
 *
 * @param kind {@code HOLD_CODE}, {@code KILL} or {@code ALLOTMENT}
 * @param code of a hold code
 * @param channel of an allotment
 * @param reasonCode of a hold code or a kill
 * @param returnsAt when an allotment's unsold places return; missing for never
 * @param cascadesTo to whom they go then, in turn; after the last one they are on general sale
 * @param places how many it was given
 * @param free how many of them are neither held nor sold
 */
public record HeldBackLine(
    UUID heldBackId,
    String kind,
    @Nullable String code,
    @Nullable String channel,
    @Nullable String reasonCode,
    @Nullable Instant returnsAt,
    List<NextAllotment> cascadesTo,
    long places,
    long free) {

  public HeldBackLine {
    cascadesTo = List.copyOf(cascadesTo);
  }

  static HeldBackLine of(ResultSet row) throws SQLException {
    OffsetDateTime returnsAt = row.getObject("returns_at", OffsetDateTime.class);
    return new HeldBackLine(
        row.getObject("held_back_id", UUID.class),
        row.getString("kind"),
        row.getString("code"),
        row.getString("channel"),
        row.getString("reason_code"),
        returnsAt == null ? null : returnsAt.toInstant(),
        NextAllotment.read(row.getString("cascade")),
        row.getLong("places"),
        row.getLong("free"));
  }
}
