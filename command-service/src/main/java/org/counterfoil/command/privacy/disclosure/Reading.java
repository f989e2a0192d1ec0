package org.counterfoil.command.privacy.disclosure;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.counterfoil.command.exchange.Exchange;
import org.counterfoil.domain.PublicLabel;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.privacy.disclosure.DisclosureCommand.RecordDisclosure;
import org.counterfoil.domain.privacy.disclosure.DisclosureId;
import org.counterfoil.domain.privacy.disclosure.DisclosureKind;
import org.counterfoil.domain.privacy.disclosure.DisclosureReason;
import org.counterfoil.domain.privacy.register.PersonalField;
import org.counterfoil.domain.privacy.register.PurposeKey;
import org.counterfoil.domain.privacy.subject.DataSubjectId;
import org.counterfoil.eventstore.id.TimeOrderedIds;
import org.counterfoil.http.problem.Problem;
import org.jspecify.annotations.Nullable;

/** Every reading of personal data says why, and is recorded before anything is told. */
public final class Reading {

  /** The header that says why; one of {@link DisclosureReason}. */
  public static final String REASON = "Disclosure-Reason";

  private final TimeOrderedIds ids;

  Reading(TimeOrderedIds ids) {
    this.ids = ids;
  }

  /** Why the caller reads; asked for. */
  public DisclosureReason reasonOf(Exchange exchange) {
    return reason(exchange.header(REASON));
  }

  /** Why the caller reads what is read for these reasons only; asked for. */
  public DisclosureReason reasonOf(Exchange exchange, Set<DisclosureReason> allowed) {
    DisclosureReason reason = reasonOf(exchange);
    if (!allowed.contains(reason)) {
      throw Problem.invalid(
              REASON,
              "Expected one of %s for this, but it is %s"
                  .formatted(allowed.stream().sorted().toList(), reason))
          .exception();
    }
    return reason;
  }

  /** The same, from a place where no header can be. */
  public DisclosureReason reason(@Nullable String code) {
    return Arrays.stream(DisclosureReason.values())
        .filter(one -> one.name().equals(code))
        .findFirst()
        .orElseThrow(
            () ->
                Problem.invalid(
                        REASON,
                        "Expected one of %s, but it is %s"
                            .formatted(
                                Arrays.toString(DisclosureReason.values()),
                                code == null ? "missing" : "another"))
                    .exception());
  }

  /** What is to be recorded before these are told. */
  public RecordDisclosure of(
      OrganisationId organisation,
      DisclosureKind kind,
      DisclosureReason reason,
      List<DataSubjectId> subjects,
      List<PurposeKey> purposes,
      List<PersonalField> fields,
      @Nullable PublicLabel recipient) {
    return new RecordDisclosure(
        new DisclosureId(ids.next()),
        organisation,
        kind,
        reason,
        subjects,
        purposes,
        fields,
        recipient);
  }
}
