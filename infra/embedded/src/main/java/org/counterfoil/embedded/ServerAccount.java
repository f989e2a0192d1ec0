package org.counterfoil.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;

/**
 * The user PostgreSQL runs as. It refuses to run as root, so root must step down:
 *
 * <ul>
 *   <li>a folder that belongs to somebody else is run as that somebody ({@code setpriv}), so that
 *       one run as root does not lock its owner out;
 *   <li>otherwise in a user namespace of its own ({@code unshare -U}), where root is nobody but
 *       still owns the files: nothing needs a change of owner;
 *   <li>where user namespaces are forbidden, as user {@code postgres} or {@code nobody} ({@code
 *       setpriv}), who is given the folder.
 * </ul>
 *
 * @param prefix what comes before the command
 * @param uid who owns the folder
 * @param gid the folder's group
 */
record ServerAccount(List<String> prefix, int uid, int gid) {
  private static final Path PASSWD = Path.of("/etc/passwd");
  private static final int OVERFLOW_ID = 65_534;
  private static final List<String> UNSHARE = List.of("unshare", "-U");
  private static final List<String> NOT_ROOT = List.of("sh", "-c", "test \"$(id -u)\" -ne 0");

  /**
   * Chooses for the folder and this JVM's user.
   *
   * @param works tells whether a command can be run here and succeeds
   */
  static ServerAccount of(PostgresFolder folder, CurrentUser user, Predicate<List<String>> works)
      throws IOException {
    int owner = CurrentUser.ownerOf(folder.home());
    int group = CurrentUser.groupOf(folder.home());
    if (!user.isRoot()) {
      if (owner != user.uid()) {
        throw new EmbeddedServerException(
            "Expected %s to belong to this user (%d), but it belongs to user %d"
                .formatted(folder.home(), user.uid(), owner));
      }
      return new ServerAccount(List.of(), owner, group);
    }
    if (owner != 0) {
      return checked(setpriv(owner, group), folder, works);
    }
    if (works.test(Command.concat(UNSHARE, NOT_ROOT))) {
      return new ServerAccount(UNSHARE, owner, group);
    }
    return checked(unprivileged(), folder, works);
  }

  /** Whether the user can enter the folder, which needs every folder above it to be open. */
  boolean canEnter(Path folder, Predicate<List<String>> works) {
    return works.test(Command.concat(prefix, List.of("test", "-x", folder.toString())));
  }

  private static ServerAccount checked(
      ServerAccount account, PostgresFolder folder, Predicate<List<String>> works) {
    if (!works.test(Command.concat(account.prefix, NOT_ROOT))) {
      throw new EmbeddedServerException(
          "Expected a way to run PostgreSQL as another user than root, but neither `unshare -U`"
              + " nor `setpriv` (util-linux) works here; run this program as a plain user");
    }
    Path above = folder.home().resolveSibling(".").normalize();
    if (!account.canEnter(above, works)) {
      throw new EmbeddedServerException(
          "Expected user %d, who is to run PostgreSQL, to be able to enter %s, but it cannot"
              .formatted(account.uid, above));
    }
    return account;
  }

  private static ServerAccount setpriv(int uid, int gid) {
    return new ServerAccount(
        List.of("setpriv", "--reuid=" + uid, "--regid=" + gid, "--clear-groups"), uid, gid);
  }

  private static ServerAccount unprivileged() throws IOException {
    for (String name : List.of("postgres", "nobody")) {
      for (String line : Files.readAllLines(PASSWD)) {
        String[] fields = line.split(":", -1);
        if (fields.length > 3 && fields[0].equals(name)) {
          return setpriv(Integer.parseInt(fields[2]), Integer.parseInt(fields[3]));
        }
      }
    }
    return setpriv(OVERFLOW_ID, OVERFLOW_ID);
  }
}
