package org.counterfoil.command.payment.simulated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.counterfoil.command.payment.NotificationRefused;
import org.counterfoil.command.payment.PaymentNotification;
import org.counterfoil.command.payment.SignedNotification;
import org.counterfoil.http.access.Secrets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.env.MockEnvironment;

/** The simulated provider's journal, books, scenarios and signatures. */
class SimulatedProviderTest {

  private static final Instant NOON = Instant.parse("2026-09-01T12:00:00Z");
  private static final UUID PAYMENT = new UUID(1, 1);
  private static final UUID ORDER = new UUID(1, 2);
  private static final UUID REFUND = new UUID(1, 3);

  @TempDir private Path folder;

  private final List<Notice> sent = new ArrayList<>();
  private final List<Duration> delays = new ArrayList<>();

  private Bank open() {
    List<Journal.Step> earlier = new ArrayList<>();
    Journal journal = Journal.open(folder.resolve("sub").resolve("journal"), earlier);
    return new Bank(
        journal,
        earlier,
        (notice, delay) -> {
          sent.add(notice);
          delays.add(delay);
        });
  }

  @Test
  void everythingIsOnceByItsId() {
    Bank bank = open();
    bank.begin(PAYMENT, ORDER, 1_500, "EUR", "AUTO");
    bank.begin(PAYMENT, ORDER, 1_500, "EUR", "AUTO");
    bank.decide(PAYMENT, false);
    assertThat(bank.refund(REFUND, PAYMENT, 1_500, "EUR")).isTrue();
    assertThat(bank.refund(REFUND, PAYMENT, 1_500, "EUR")).isTrue();
    assertThat(bank.refund(new UUID(1, 4), PAYMENT, 1_501, "EUR")).isFalse();
    assertThat(bank.refund(new UUID(1, 4), new UUID(9, 9), 1, "EUR")).isFalse();

    assertThat(sent).extracting(Notice::type).containsExactly(Notice.CAPTURED, Notice.REFUNDED);
  }

  @Test
  void whatWasNotHeardIsSentAgainAfterARestart_evenIfTheLastLineWasCutOff() throws IOException {
    Bank before = open();
    before.begin(PAYMENT, ORDER, 1_500, "EUR", "AUTO-DOUBLE");
    before.heard(sent.getFirst().id());
    Files.writeString(
        folder.resolve("sub").resolve("journal"), "{\"kind\":\"DEC", StandardOpenOption.APPEND);
    Notice unheard = sent.getLast();
    sent.clear();

    Bank after = open();
    assertThat(sent).isEmpty();
    after.resume();

    assertThat(sent).containsExactly(unheard);
    after.heard(unheard.id());
    sent.clear();
    open().resume();
    assertThat(sent).isEmpty();
  }

  @Test
  void wordsOfTheReferenceSayWhatHappens() {
    assertThat(Scenario.of(null))
        .isEqualTo(new Scenario(false, false, Duration.ZERO, false, false, false, false, false));
    assertThat(Scenario.of("ORDER-4711")).isEqualTo(Scenario.of(null));
    assertThat(Scenario.of("AUTO-DELAY-5-DOUBLE"))
        .isEqualTo(
            new Scenario(true, false, Duration.ofSeconds(5), true, false, false, false, false));
    assertThat(Scenario.of("AUTO-DISPUTE-WON"))
        .isEqualTo(new Scenario(true, false, Duration.ZERO, false, false, false, true, true));
    assertThat(Scenario.of("WON").isWon()).as("what was not taken back").isFalse();
    assertThat(Scenario.of("DELAY").delay()).isEqualTo(Duration.ofSeconds(30));
    assertThat(Scenario.of("DELAY-999999").delay()).isEqualTo(Duration.ofDays(1));
    assertThat(Scenario.of("AUTO-DECLINE-NEVER").isSilent()).isTrue();
    assertThat(Scenario.of("AUTODECLINE")).isEqualTo(Scenario.of(null));
  }

  @Test
  void aSignatureIsOfThisBodyByThisKeyAndOfLately() {
    Signature ours = new Signature("key");
    String signature = ours.sign("{}", NOON);

    assertThat(ours.fault(signature, "{}", NOON)).isNull();
    assertThat(ours.fault(signature, "{}", NOON.plus(Signature.TOLERANCE))).isNull();
    assertThat(ours.fault(signature, "{}", NOON.plus(Signature.TOLERANCE).plusSeconds(1)))
        .contains("last 5 minutes");
    assertThat(ours.fault(signature, "{}", NOON.minus(Signature.TOLERANCE).minusSeconds(1)))
        .contains("last 5 minutes");
    assertThat(ours.fault(signature, "{ }", NOON)).contains("signature of this body");
    assertThat(new Signature("other").fault(signature, "{}", NOON)).contains("signature");
    assertThat(ours.fault(null, "{}", NOON)).contains("there is none");
    assertThat(ours.fault("nonsense", "{}", NOON)).contains("there is none");
  }

  @Test
  void outsideADemonstrationItIsForTrainingOnly() {
    SimulatedKeys keys = SimulatedKeys.of(new Secrets(new byte[32]));
    SimulatedCardProvider forAll = provider(keys, new Signature(keys.notifications()), false);
    SimulatedCardProvider forTraining = provider(keys, new Signature(keys.notifications()), true);

    assertThat(forAll.serves(true)).isTrue();
    assertThat(forAll.serves(false)).isTrue();
    assertThat(forTraining.serves(true)).isTrue();
    assertThat(forTraining.serves(false)).isFalse();
  }

  private static SimulatedCardProvider provider(
      SimulatedKeys keys, Signature signature, boolean isForTrainingOnly) {
    return new SimulatedCardProvider(
        new Addresses(new MockEnvironment()),
        keys,
        signature,
        Clock.fixed(NOON, ZoneOffset.UTC),
        isForTrainingOnly);
  }

  @Test
  void notificationsAreReadOrRefused() throws NotificationRefused {
    SimulatedKeys keys = SimulatedKeys.of(new Secrets(new byte[32]));
    Signature signature = new Signature(keys.notifications());
    SimulatedCardProvider provider = provider(keys, signature, false);

    String body =
        """
        {"id":"%s","type":"payment.captured","orderId":"%s","paymentId":"%s","amountMinor":5,"currency":"EUR"}
        """
            .formatted(REFUND, ORDER, PAYMENT);
    assertThat(provider.read(signed(signature, body)))
        .isInstanceOf(PaymentNotification.Captured.class);
    assertThat(provider.read(signed(signature, body.replace("captured", "failed"))))
        .isInstanceOf(PaymentNotification.Failed.class);
    for (String strange :
        List.of(
            "{}",
            "no json",
            body.replace("captured", "eaten"),
            body.replace("payment.captured", "refund.paid"))) {
      assertThatThrownBy(() -> provider.read(signed(signature, strange)))
          .isInstanceOfSatisfying(
              NotificationRefused.class, refused -> assertThat(refused.isForged()).isFalse());
    }
    assertThatThrownBy(() -> provider.read(new SignedNotification(name -> null, body)))
        .isInstanceOfSatisfying(
            NotificationRefused.class, refused -> assertThat(refused.isForged()).isTrue());
  }

  private static SignedNotification signed(Signature signature, String body) {
    return new SignedNotification(
        name -> name.equals(Signature.HEADER) ? signature.sign(body, NOON) : null, body);
  }

  @Test
  void keysAreNotPrinted() {
    assertThat(SimulatedKeys.of(new Secrets(new byte[32])).toString()).isEqualTo("SimulatedKeys");
  }
}
