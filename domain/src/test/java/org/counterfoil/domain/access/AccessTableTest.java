package org.counterfoil.domain.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.counterfoil.domain.Theatre.NOW;
import static org.counterfoil.domain.Theatre.ORGANISATION;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.counterfoil.domain.DecisionTable;
import org.counterfoil.domain.PublicLabel;
import org.counterfoil.domain.Theatre;
import org.counterfoil.domain.access.AccessCommand.EndSession;
import org.counterfoil.domain.access.AccessCommand.IssueApiToken;
import org.counterfoil.domain.access.AccessCommand.IssueLoginLink;
import org.counterfoil.domain.access.AccessCommand.RevokeApiToken;
import org.counterfoil.domain.access.AccessCommand.UseLoginLink;
import org.counterfoil.domain.access.AccessEvent.ApiTokenIssued;
import org.counterfoil.domain.access.AccessEvent.ApiTokenRevoked;
import org.counterfoil.domain.access.AccessEvent.LoginLinkIssued;
import org.counterfoil.domain.access.AccessEvent.LoginLinkUsed;
import org.counterfoil.domain.access.AccessEvent.SessionEnded;
import org.counterfoil.domain.organisation.OrganisationId;
import org.junit.jupiter.api.Test;

/** Walks {@code access.table}: every command in every situation. */
class AccessTableTest {

  private static final ApiTokenId TOKEN = new ApiTokenId(Theatre.id(31));
  private static final LoginLinkId LINK = new LoginLinkId(Theatre.id(32));
  private static final OperatorId OPERATOR = new OperatorId(Theatre.id(33));
  private static final PublicLabel LABEL = new PublicLabel("Ticket shop");
  private static final Instant LATER = NOW.plusSeconds(60);
  private static final Map<String, Instant> ENDS =
      Map.of(
          "coming",
          NOW.plusMillis(1),
          "now",
          NOW,
          "past",
          NOW.minusMillis(1),
          "absurd",
          Instant.MAX);

  @Test
  void everyCellIsAnsweredAsTheTableSays() {
    DecisionTable table = DecisionTable.read(AccessTableTest.class, "access.table");

    DecisionTable.Walk walk = table.walk(columns(), AccessTableTest::decide);

    System.out.println("access.table: " + walk.rows() + " rows, " + walk.cells() + " cells");
    assertThat(walk.faults()).isEmpty();
    assertThat(walk.cells()).isGreaterThan(1500);
  }

  /** What was revoked stays revoked, whatever is issued again. */
  @Test
  void aRevokedTokenIsNotIssuedAgain() {
    AccessDecider decider = new AccessDecider();
    Access state = new Access();
    decider.evolve(state, new ApiTokenIssued(TOKEN, ORGANISATION, Role.ADMIN, LABEL, null));
    decider.evolve(state, new ApiTokenRevoked(TOKEN));

    assertThat(
            DecisionTable.answer(
                decider.decide(
                    new IssueApiToken(TOKEN, ORGANISATION, Role.ADMIN, LABEL, null), state, NOW)))
        .isEqualTo("ACCESS_EXISTS");
  }

  private static Map<String, Set<String>> columns() {
    Map<String, Set<String>> columns = new LinkedHashMap<>();
    columns.put("command", DecisionTable.recordsOf(AccessCommand.class));
    columns.put("status", DecisionTable.constantsOf(Access.Status.class));
    columns.put("organisation", Set.of("none", "given"));
    columns.put("role", DecisionTable.constantsOf(Role.class));
    Set<String> ends = new LinkedHashSet<>(ENDS.keySet());
    ends.add("none");
    columns.put("until", ends);
    return columns;
  }

  private static String decide(Map<String, String> cell) {
    String command = cell.get("command");
    Instant until = ENDS.get(cell.get("until"));
    boolean isOfLink = command.equals("IssueLoginLink") || command.equals("UseLoginLink");
    if (until == null && isOfLink) {
      return "impossible";
    }
    Access.Status status =
        Access.Status.valueOf(cell.get("status").toUpperCase(Locale.ROOT).replace(' ', '_'));
    AccessDecider decider = new AccessDecider();
    Access state = new Access();
    given(status, until == null ? LATER : until).forEach(event -> decider.evolve(state, event));
    OrganisationId organisation = cell.get("organisation").equals("given") ? ORGANISATION : null;
    Role role = Role.valueOf(cell.get("role").toUpperCase(Locale.ROOT).replace(' ', '_'));
    return DecisionTable.answer(
        decider.decide(command(command, organisation, role, until), state, NOW));
  }

  private static AccessCommand command(
      String name, OrganisationId organisation, Role role, Instant until) {
    return switch (name) {
      case "IssueApiToken" -> new IssueApiToken(TOKEN, organisation, role, LABEL, until);
      case "RevokeApiToken" -> new RevokeApiToken(TOKEN);
      case "IssueLoginLink" -> new IssueLoginLink(LINK, OPERATOR, organisation, role, until);
      case "UseLoginLink" -> new UseLoginLink(LINK, LATER);
      case "EndSession" -> new EndSession(LINK);
      default -> throw new AssertionError("Expected a command with a table, but it is " + name);
    };
  }

  private static List<AccessEvent> given(Access.Status status, Instant until) {
    AccessEvent token = new ApiTokenIssued(TOKEN, ORGANISATION, Role.ADMIN, LABEL, null);
    AccessEvent link = new LoginLinkIssued(LINK, OPERATOR, ORGANISATION, Role.ADMIN, until);
    return switch (status) {
      case NONE -> List.of();
      case TOKEN_ISSUED -> List.of(token);
      case TOKEN_REVOKED -> List.of(token, new ApiTokenRevoked(TOKEN));
      case LINK_ISSUED -> List.of(link);
      case LINK_USED -> List.of(link, new LoginLinkUsed(LINK, LATER));
      case SESSION_ENDED -> List.of(link, new LoginLinkUsed(LINK, LATER), new SessionEnded(LINK));
    };
  }
}
