package org.counterfoil.domain.privacy.subject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.counterfoil.domain.Theatre.NOW;
import static org.counterfoil.domain.Theatre.ORGANISATION;
import static org.counterfoil.domain.privacy.Persons.NEWSLETTER;
import static org.counterfoil.domain.privacy.Persons.SOMEBODY;

import java.time.Instant;
import java.util.List;
import org.counterfoil.domain.privacy.Persons;
import org.counterfoil.domain.privacy.register.CaptureDoor;
import org.counterfoil.domain.privacy.register.RegisterEvent.NoticePublished;
import org.counterfoil.domain.privacy.subject.SubjectEvent.ConsentExpired;
import org.counterfoil.domain.privacy.subject.SubjectEvent.ConsentGiven;
import org.counterfoil.domain.privacy.subject.SubjectEvent.ConsentWithdrawn;
import org.counterfoil.domain.privacy.subject.SubjectEvent.ObjectionMade;
import org.counterfoil.domain.privacy.subject.SubjectEvent.ProcessingRestricted;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What two say who are one person is said by that person, whichever of them says it. */
class WholePersonTest {

  private final SubjectDecider decider = new SubjectDecider();

  /** Said at a second: {@code yes@1}. */
  private DataSubject somebody(String said) {
    DataSubject state = new DataSubject();
    for (String one : said.equals("-") ? new String[0] : said.split(" ")) {
      String[] part = one.split("@");
      decider.evolve(state, event(part[0], NOW.plusSeconds(Long.parseLong(part[1]))));
    }
    return state;
  }

  private static SubjectEvent event(String what, Instant at) {
    NoticePublished notice = Persons.notice(NEWSLETTER, 1);
    return switch (what) {
      case "yes" ->
          new ConsentGiven(
              ORGANISATION,
              SOMEBODY,
              NEWSLETTER,
              1,
              notice.noticeVersionId(),
              notice.hash(),
              CaptureDoor.ORDER,
              at);
      case "no" -> new ConsentWithdrawn(ORGANISATION, SOMEBODY, NEWSLETTER, at);
      case "silent" -> new ConsentExpired(ORGANISATION, SOMEBODY, NEWSLETTER, at);
      case "objects" ->
          new ObjectionMade(ORGANISATION, SOMEBODY, NEWSLETTER, 1, true, CaptureDoor.ACCOUNT, at);
      case "restricts" ->
          new ProcessingRestricted(ORGANISATION, SOMEBODY, RestrictionReason.NEEDED_FOR_CLAIMS, at);
      default -> throw new AssertionError("Expected something to be said, but " + what);
    };
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          one                | other            | agreed at | objected | restricted
          -                  | -                |           | false    | false
          yes@1              | -                | 1         | false    | false
          yes@1              | yes@3            | 3         | false    | false
          yes@1              | no@2             |           | false    | false
          yes@1              | no@1             |           | false    | false
          yes@2              | no@1             | 2         | false    | false
          yes@1 no@2         | yes@3            | 3         | false    | false
          yes@1 no@4         | yes@3            |           | false    | false
          yes@1              | objects@2        |           | true     | false
          yes@3              | objects@2        | 3         | false    | false
          yes@2              | objects@2        |           | true     | false
          -                  | objects@2        |           | true     | false
          yes@1 silent@5     | yes@3            | 3         | false    | false
          yes@1 silent@2     | -                |           | false    | false
          yes@1              | restricts@0      | 1         | false    | true
          """)
  void whatOneOfThemSaidLastCounts(
      String one, String other, Long agreedAt, boolean isObjected, boolean isRestricted) {
    DataSubject first = somebody(one);
    DataSubject second = somebody(other);

    for (List<DataSubject> members : List.of(List.of(first, second), List.of(second, first))) {
      WholePerson whole = new WholePerson(members);
      assertThat(whole.agreedAt(NEWSLETTER).orElse(null))
          .isEqualTo(agreedAt == null ? null : NOW.plusSeconds(agreedAt));
      assertThat(whole.agreedTo()).isEqualTo(agreedAt == null ? List.of() : List.of(NEWSLETTER));
      assertThat(whole.hasObjected(NEWSLETTER)).isEqualTo(isObjected);
      assertThat(whole.isRestricted()).isEqualTo(isRestricted);
    }
  }
}
