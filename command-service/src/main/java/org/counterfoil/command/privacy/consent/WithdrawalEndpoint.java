package org.counterfoil.command.privacy.consent;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.counterfoil.command.exchange.Answers;
import org.counterfoil.command.exchange.Exchange;
import org.counterfoil.command.exchange.Sent;
import org.counterfoil.command.privacy.register.Registers;
import org.counterfoil.command.privacy.subject.AddressHolders;
import org.counterfoil.command.privacy.subject.Objections;
import org.counterfoil.command.privacy.subject.PeopleActs;
import org.counterfoil.command.privacy.subject.PeopleHistory;
import org.counterfoil.command.privacy.subject.PeopleHistory.Member;
import org.counterfoil.command.privacy.subject.PeopleHistory.Person;
import org.counterfoil.domain.Actor;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.privacy.register.CaptureDoor;
import org.counterfoil.domain.privacy.register.PurposeKey;
import org.counterfoil.domain.privacy.register.Register;
import org.counterfoil.domain.privacy.register.RegisterEvent.PurposeDeclared;
import org.counterfoil.domain.privacy.subject.DataSubjectId;
import org.counterfoil.domain.privacy.subject.RecordPeople;
import org.counterfoil.domain.privacy.subject.SubjectCommand;
import org.counterfoil.domain.privacy.subject.SubjectCommand.ObjectToPurpose;
import org.counterfoil.domain.privacy.subject.SubjectCommand.WithdrawConsent;
import org.counterfoil.eventstore.codec.DomainJson;
import org.counterfoil.http.access.Secrets;
import org.counterfoil.http.problem.Problem;
import org.counterfoil.http.problem.ProblemCode;
import org.counterfoil.vault.PersonalValue;
import org.counterfoil.vault.SealedNo;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Takes back consents for whoever has the link, and asks for no other proof. */
@RestController
@Tag(name = "Personal data")
final class WithdrawalEndpoint {

  private final Secrets secrets;
  private final PeopleHistory history;
  private final Registers registers;
  private final Objections objections;
  private final AddressHolders holders;
  private final PeopleActs acts;

  WithdrawalEndpoint(
      Secrets secrets,
      PeopleHistory history,
      Registers registers,
      Objections objections,
      AddressHolders holders,
      PeopleActs acts) {
    this.secrets = secrets;
    this.history = history;
    this.registers = registers;
    this.objections = objections;
    this.holders = holders;
    this.acts = acts;
  }

  /**
   * Who wants what to end.
   *
   * @param token of the link that it was sent
   * @param purpose which; all that it agreed to, and all marketing, where missing
   */
  record WithdrawalWish(String token, @Nullable PurposeKey purpose) {}

  /** What has ended, now or before. */
  record Withdrawn(List<PurposeKey> purposes) {}

  @PostMapping("/api/v1/privacy/withdrawals")
  @Operation(
      summary = "Take consents back by the link that was sent",
      description =
          "One call, and no more proof than the link. It ends for everybody who told the"
              + " organisation the address to which the link was sent, by whichever form. Marketing"
              + " that rests on no consent is objected to. Repeating it changes nothing.")
  ResponseEntity<byte[]> withdraw(@RequestBody Sent<WithdrawalWish> sent, Exchange exchange) {
    WithdrawalWish wish = sent.value();
    DataSubjectId subject = secrets.readWithdrawal(wish.token());
    if (subject == null) {
      throw Problem.of(
              ProblemCode.NOT_FOUND, "Expected the token of a link that was sent, but it is not")
          .exception();
    }
    OrganisationId organisation =
        history
            .member(subject)
            .flatMap(member -> member.state().organisationId())
            .orElseThrow(
                () ->
                    Problem.of(ProblemCode.NOT_FOUND, "Expected somebody, but nobody is known")
                        .exception());
    exchange.by(new Actor(Actor.Kind.BUYER, subject.value()));
    Person person = history.of(organisation, subject);
    Register register = registers.of(organisation);
    List<PurposeKey> ended = new ArrayList<>();
    List<RecordPeople> commands = new ArrayList<>();
    List<SealedNo> noes = new ArrayList<>();
    List<PersonalValue> addresses = addresses(person, register, wish.purpose());
    for (Member member : readers(person, addresses)) {
      List<SubjectCommand> own = endAll(member, register, wish.purpose(), organisation);
      for (SubjectCommand command : own) {
        PurposeKey purpose = purposeOf(command);
        ended.add(purpose);
        addresses.forEach(one -> noes.add(objections.no(organisation, member.id(), purpose, one)));
      }
      if (!own.isEmpty()) {
        commands.add(new RecordPeople(null, own));
      }
    }
    if (commands.isEmpty()) {
      return ResponseEntity.ok()
          .contentType(MediaType.APPLICATION_JSON)
          .body(DomainJson.mapper().writeValueAsBytes(new Withdrawn(List.of())));
    }
    List<PurposeKey> told = ended.stream().distinct().toList();
    return acts.submit(
        exchange.in(organisation).with(sent).shownBy(subject.toString()),
        commands,
        noes,
        events -> Answers.ok(new Withdrawn(told)));
  }

  /** Where the link was sent: where it is written to for what it names, else all that it told. */
  private List<PersonalValue> addresses(
      Person person, Register register, @Nullable PurposeKey only) {
    List<PersonalValue> writtenTo =
        objections.addresses(
            person, purpose -> isWrittenTo(register.purpose(purpose)) && isAsked(purpose, only));
    return writtenTo.isEmpty() ? objections.addresses(person, any -> true) : writtenTo;
  }

  /**
   * Who is written to where the link was sent: all that are the person, and everybody who told one
   * of these addresses; who has the link last.
   */
  private List<Member> readers(Person person, List<PersonalValue> addresses) {
    Map<DataSubjectId, Member> readers = new LinkedHashMap<>();
    person.members().forEach(member -> readers.put(member.id(), member));
    holders
        .of(person.organisationId(), addresses)
        .values()
        .forEach(
            people ->
                people.stream()
                    .flatMap(other -> other.members().stream())
                    .forEach(member -> readers.putIfAbsent(member.id(), member)));
    return List.copyOf(readers.values()).reversed();
  }

  private static boolean isWrittenTo(@Nullable PurposeDeclared declared) {
    return declared != null && declared.purpose().dpvPurpose().isMarketing();
  }

  private static boolean isAsked(PurposeKey purpose, @Nullable PurposeKey only) {
    return only == null || only.equals(purpose);
  }

  private static List<SubjectCommand> endAll(
      Member member, Register register, @Nullable PurposeKey only, OrganisationId organisation) {
    List<SubjectCommand> commands = new ArrayList<>();
    for (PurposeKey purpose : member.state().agreedTo()) {
      if (isAsked(purpose, only)) {
        commands.add(new WithdrawConsent(organisation, member.id(), purpose));
      }
    }
    for (PurposeKey purpose : member.state().purposes()) {
      PurposeDeclared declared = register.purpose(purpose);
      if (declared != null
          && isAsked(purpose, only)
          && declared.purpose().isOptOut()
          && !member.state().hasObjected(purpose)) {
        commands.add(new ObjectToPurpose(organisation, member.id(), declared, CaptureDoor.ACCOUNT));
      }
    }
    return commands;
  }

  private static PurposeKey purposeOf(SubjectCommand command) {
    return switch (command) {
      case WithdrawConsent withdraw -> withdraw.purpose();
      case ObjectToPurpose object -> object.purpose().purpose().key();
      default -> throw new IllegalStateException("Expected an end, but got " + command.getClass());
    };
  }
}
