package org.counterfoil.feed.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.Optional;
import org.counterfoil.feed.tally.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

/** One leads at a time, for as long as its connection lives. */
class RelayLeadershipTest {

  private static final String TOPIC = "a-topic";

  private final TestDatabase database = new TestDatabase();

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void whileOneLeadsNobodyElseDoes_andAfterwardsSomebodyMay() throws SQLException {
    RelayLeadership first = RelayLeadership.tryTake(database.relay(), TOPIC).orElseThrow();

    assertThat(RelayLeadership.tryTake(database.relay(), TOPIC)).isEmpty();

    first.close();
    Optional<RelayLeadership> second = RelayLeadership.tryTake(database.relay(), TOPIC);
    assertThat(second).isPresent();
    second.orElseThrow().close();
  }

  @Test
  void withoutTheLockTwoLead() throws SQLException {
    RelayLeadership.LeaderLock none = (connection, topic) -> true;
    try (RelayLeadership first =
            RelayLeadership.tryTake(database.relay(), TOPIC, none).orElseThrow();
        RelayLeadership second =
            RelayLeadership.tryTake(database.relay(), TOPIC, none).orElseThrow()) {
      first.verify();
      second.verify();
    }
  }

  @Test
  void whoseConnectionBreaksHasLost_andLearnsIt() throws SQLException {
    RelayLeadership first = RelayLeadership.tryTake(database.relay(), TOPIC).orElseThrow();

    database.breakRelayConnections();

    assertThatThrownBy(first::verify).isInstanceOf(DataAccessException.class);
    first.close();
    try (RelayLeadership second = RelayLeadership.tryTake(database.relay(), TOPIC).orElseThrow()) {
      second.verify();
    }
  }
}
