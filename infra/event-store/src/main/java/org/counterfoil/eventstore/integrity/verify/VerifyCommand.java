package org.counterfoil.eventstore.integrity.verify;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.counterfoil.eventstore.integrity.checkpoint.SignedNote;
import org.counterfoil.eventstore.integrity.checkpoint.VerifierKey;
import org.counterfoil.eventstore.integrity.proof.TicketProof;

/**
 * Checks a whole database, or one ticket's proof. Asks nobody for anything but the database.
 *
 * <pre>
 * --data=&lt;folder&gt;       the data folder of a set-up on one machine, while it runs; or
 * --database=&lt;JDBC URL&gt; with --password-file=&lt;file&gt; and --user=&lt;role&gt;
 * --ticket=&lt;file&gt;       what GET /tickets/{id}/proof answered, in place of a database
 * --checkpoint=&lt;file&gt;   a kept checkpoint; may be given several times
 * --key=&lt;text or file&gt;  the log's public key; may be given several times
 * </pre>
 *
 * <p>Ends with 0 where everything is as it must be, with 1 where it is not (the first bad position
 * is named), and with 2 where it could not be checked.
 */
public final class VerifyCommand {

  private static final int SOUND = 0;
  private static final int UNSOUND = 1;
  private static final int NOT_CHECKED = 2;

  private final PrintStream out;

  private VerifyCommand(PrintStream out) {
    this.out = out;
  }

  public static void main(String[] arguments) {
    System.exit(run(System.out, arguments));
  }

  /** The same without ending the process; answers the exit code. */
  static int run(PrintStream out, String... arguments) {
    try {
      return new VerifyCommand(out).verify(VerifyArguments.parse(arguments));
    } catch (IOException | SQLException | IllegalArgumentException notChecked) {
      out.println("NOT CHECKED  " + notChecked.getMessage());
      return NOT_CHECKED;
    }
  }

  private int verify(VerifyArguments arguments) throws IOException, SQLException {
    List<VerifierKey> keys = new ArrayList<>();
    for (String key : arguments.keys()) {
      keys.add(VerifierKey.parse(key.contains("+") ? key : Files.readString(Path.of(key))));
    }
    Path ticket = arguments.ticket();
    if (ticket != null) {
      return ticket(TicketProof.parse(Files.readString(ticket)), keys);
    }
    List<SignedNote> notes = new ArrayList<>();
    for (Path checkpoint : arguments.checkpoints()) {
      notes.add(SignedNote.parse(Files.readString(checkpoint)));
    }
    return database(LogVerification.of(arguments.database(), new Kept(keys, notes)), keys, notes);
  }

  private int ticket(TicketProof proof, List<VerifierKey> keys) {
    if (keys.isEmpty()) {
      throw new IllegalArgumentException(
          "Expected the log's public key (--key), but it is missing");
    }
    try {
      var sale = TicketVerification.check(proof, keys);
      out.printf(
          "ok  Ticket %d (%s) was sold at position %d of %s, recorded at %s%n",
          sale.ticket().ticketNumber(),
          proof.ticketId(),
          proof.position(),
          keys.getFirst().name(),
          sale.recordedAt());
      return SOUND;
    } catch (IllegalArgumentException wrong) {
      out.println("WRONG  " + wrong.getMessage());
      return UNSOUND;
    }
  }

  private int database(LogVerdict verdict, List<VerifierKey> keys, List<SignedNote> notes) {
    for (Finding finding : verdict.findings()) {
      out.printf(
          "WRONG  position %d  %s  %s%n", finding.position(), finding.flaw(), finding.what());
    }
    out.printf(
        "%s  %d events, %d of them in the tree; %d checkpoints compared; root %s%n",
        verdict.isSound() ? "ok" : "WRONG",
        verdict.entries(),
        verdict.treeSize(),
        verdict.checkpoints(),
        verdict.root());
    if (verdict.isSound() && (keys.isEmpty() || notes.isEmpty())) {
      out.println(
          "    Against who owns the database this proves something only with a checkpoint that was"
              + " kept elsewhere (--checkpoint) and the public key (--key).");
    }
    if (!verdict.isSound()) {
      out.printf(
          "First bad position: %d (%d findings)%n",
          verdict.findings().getFirst().position(), verdict.findingCount());
    }
    return verdict.isSound() ? SOUND : UNSOUND;
  }
}
