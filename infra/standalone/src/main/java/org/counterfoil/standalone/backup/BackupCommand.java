package org.counterfoil.standalone.backup;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import org.counterfoil.embedded.EmbeddedServerException;
import org.counterfoil.eventstore.integrity.checkpoint.SignedNote;
import org.counterfoil.eventstore.integrity.checkpoint.VerifierKey;
import org.counterfoil.eventstore.integrity.verify.Kept;
import org.counterfoil.eventstore.integrity.verify.LogVerdict;
import org.counterfoil.eventstore.integrity.verify.LogVerification;
import org.flywaydb.core.api.FlywayException;

/**
 * Makes and restores backups.
 *
 * <pre>
 * store --to=&lt;folder&gt;            the log and what proves it, to be kept for years
 * vault --to=&lt;folder&gt; --life=7d  personal data, to be kept for days; older ones in that folder go
 * restore &lt;file&gt; --replace      into an empty database, or the vault of one
 *
 * --data=&lt;folder&gt;       the data folder of a set-up on one machine; or
 * --database=&lt;JDBC URL&gt; with --password-file=&lt;file&gt; and --user=&lt;role&gt; (the owner)
 * --key=&lt;text&gt;          the log's public key, with which a restored log is checked
 * </pre>
 *
 * <p>Ends with 0 where it is done, with 1 where it was refused or the restored log is not sound,
 * and with 2 where a file or the database could not be read.
 */
public final class BackupCommand {

  private static final int DONE = 0;
  private static final int REFUSED = 1;
  private static final int FAILED = 2;

  private final PrintStream out;
  private final Clock clock;

  private BackupCommand(PrintStream out, Clock clock) {
    this.out = out;
    this.clock = clock;
  }

  public static void main(String[] arguments) {
    System.exit(run(System.out, Clock.systemUTC(), arguments));
  }

  /** The same without ending the process; answers the exit code. */
  static int run(PrintStream out, Clock clock, String... arguments) {
    try {
      return new BackupCommand(out, clock).run(BackupArguments.parse(arguments));
    } catch (BackupFailure refused) {
      out.println("REFUSED  " + refused.getMessage());
      return REFUSED;
    } catch (IOException | SQLException | FlywayException | EmbeddedServerException failed) {
      out.println("FAILED  " + failed);
      return FAILED;
    }
  }

  private int run(BackupArguments arguments) throws IOException, SQLException {
    String what = arguments.word(0, "store, vault or restore");
    return switch (what) {
      case "store" -> make(BackupKind.STORE, arguments);
      case "vault" -> make(BackupKind.VAULT, arguments);
      case "restore" -> restore(Path.of(arguments.word(1, "the file to restore")), arguments);
      default -> throw new BackupFailure("Expected store, vault or restore, but got " + what);
    };
  }

  private int make(BackupKind kind, BackupArguments arguments) throws IOException, SQLException {
    KeptBackups kept = KeptBackups.in(arguments.folder(), kind);
    if (kind == BackupKind.VAULT) { // first, so that one that fails keeps no other longer
      for (Path gone : kept.prune(arguments.life(), clock.instant())) {
        out.println("    deleted " + gone + ", whose life is over");
      }
    }
    try (BackedDatabase database = arguments.toRead()) {
      Backup.Made made = Backup.make(database, kind, kept.folder(), clock);
      out.printf("ok  %s  up to position %d%n", made.file(), made.header().position());
      if (kind == BackupKind.VAULT) {
        out.printf(
            "    To be gone in %s; counterfoil.vault.backup-life must not be less.%n",
            arguments.life());
      }
    }
    return DONE;
  }

  private int restore(Path file, BackupArguments arguments) throws IOException, SQLException {
    BackupKind kind;
    try (BackupReader backup = new BackupReader(file)) {
      kind = backup.header().kind();
    }
    try (BackedDatabase database = arguments.toRestore()) {
      return switch (kind) {
        case STORE -> verified(Restore.store(database, file), database, arguments);
        case VAULT -> restoreVault(database, file, arguments);
      };
    }
  }

  private int restoreVault(BackedDatabase database, Path file, BackupArguments arguments)
      throws IOException, SQLException {
    BackupHeader header =
        Restore.vault(database, file, arguments.life(), arguments.isReplacing(), clock);
    out.printf(
        "ok  The vault of %s is restored. What was erased after position %d is erased again when it is opened.%n",
        header.madeAt(), header.position());
    return DONE;
  }

  private int verified(BackupHeader header, BackedDatabase database, BackupArguments arguments)
      throws SQLException {
    String key = arguments.key();
    String checkpoint = header.checkpoint();
    LogVerdict verdict =
        LogVerification.of(
            database.owner(),
            new Kept(
                key == null ? List.of() : List.of(VerifierKey.parse(key)),
                checkpoint == null ? List.of() : List.of(SignedNote.parse(checkpoint))));
    verdict
        .findings()
        .forEach(found -> out.printf("WRONG  position %d  %s%n", found.position(), found.what()));
    out.printf(
        "%s  %d events of %s are restored; %d checkpoints compared; root %s%n",
        verdict.isSound() ? "ok" : "WRONG",
        verdict.entries(),
        header.madeAt(),
        verdict.checkpoints(),
        verdict.root());
    out.println("    Read models are made anew at the next start. Personal data are in the vault,");
    out.println("    which is restored by itself; until then it is told as away.");
    return verdict.isSound() ? DONE : REFUSED;
  }
}
