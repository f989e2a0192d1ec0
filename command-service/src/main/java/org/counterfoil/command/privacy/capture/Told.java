package org.counterfoil.command.privacy.capture;

import java.util.List;
import java.util.stream.Stream;
import org.counterfoil.domain.privacy.subject.SubjectCommand;
import org.counterfoil.vault.Sealed;

/**
 * What was told of people, ready to be recorded: nothing where nothing was.
 *
 * @param sealed the values, encrypted; to be stored with what follows from the commands
 */
public record Told(List<SubjectCommand> commands, List<Sealed> sealed) {

  /** Nothing. */
  public static final Told NOTHING = new Told(List.of(), List.of());

  public Told {
    commands = List.copyOf(commands);
    sealed = List.copyOf(sealed);
  }

  public boolean isNothing() {
    return commands.isEmpty();
  }

  /** Both. */
  public Told and(Told other) {
    return new Told(joined(commands, other.commands), joined(sealed, other.sealed));
  }

  private static <T> List<T> joined(List<T> some, List<T> others) {
    return Stream.concat(some.stream(), others.stream()).toList();
  }
}
