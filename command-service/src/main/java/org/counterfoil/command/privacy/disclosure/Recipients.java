package org.counterfoil.command.privacy.disclosure;

import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.counterfoil.domain.PublicLabel;
import org.counterfoil.domain.privacy.disclosure.DisclosureEvent.PersonalDataDisclosed;
import org.counterfoil.domain.privacy.subject.DataSubjectId;
import org.counterfoil.eventstore.log.EventLog;
import org.counterfoil.eventstore.log.RecordedEvent;

/**
 * To whom data really went (CJEU, C-154/21), as each list says that is given to somebody. What is
 * handed to the person itself went to nobody else.
 */
public final class Recipients {

  private final EventLog log;

  Recipients(EventLog log) {
    this.log = log;
  }

  /** Data of any of these people, in the order in which they went. */
  public List<GivenTo> of(Collection<DataSubjectId> subjects) {
    return log.readGiven(subjects.stream().map(DataSubjectId::value).toList()).stream()
        .flatMap(Recipients::given)
        .toList();
  }

  /** Who is to be told what became of data that it has, each once (Art. 19 GDPR). */
  public List<PublicLabel> toTell(Collection<DataSubjectId> subjects, Predicate<GivenTo> hasThem) {
    return of(subjects).stream().filter(hasThem).map(GivenTo::recipient).distinct().toList();
  }

  private static Stream<GivenTo> given(RecordedEvent recorded) {
    return recorded.envelope().payload() instanceof PersonalDataDisclosed disclosed
            && disclosed.recipient() != null
        ? Stream.of(
            new GivenTo(
                disclosed.recipient(),
                recorded.envelope().recordedAt(),
                disclosed.purposes(),
                disclosed.fields()))
        : Stream.empty();
  }
}
