package org.counterfoil.standalone;

import java.io.PrintStream;
import java.time.Instant;
import org.counterfoil.command.access.FirstAdministrator;
import org.counterfoil.eventstore.log.EventLog;
import org.counterfoil.eventstore.time.DrivenClock;
import org.counterfoil.standalone.demonstration.Demonstration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * What happens once everything runs: the first administrator is let in, an empty data folder gets
 * the demonstration (unless {@code counterfoil.demonstration=false}), and a few lines say where to
 * look.
 */
@Component
final class Opening implements ApplicationRunner {

  /** Whether an empty data folder gets the demonstration; it does unless this says false. */
  static final String DEMONSTRATION = "counterfoil.demonstration";

  private final WebServerApplicationContext context;
  private final FirstAdministrator administrator;
  private final EventLog log;
  private final DrivenClock clock;
  private final Environment environment;
  private final DataFolder folder;

  Opening(
      WebServerApplicationContext context,
      FirstAdministrator administrator,
      EventLog log,
      DrivenClock clock,
      Environment environment) {
    this.context = context;
    this.administrator = administrator;
    this.log = log;
    this.clock = clock;
    this.environment = environment;
    this.folder = new DataFolder(environment.getRequiredProperty("counterfoil.data.path"));
  }

  @Override
  public void run(ApplicationArguments arguments) {
    PrintStream out = System.out;
    boolean isDemonstration = log.lastPosition() < 0 && folder.isDriven();
    Instant now = clock.instant();
    if (isDemonstration) {
      out.println("Loading the demonstration: five weeks of sales …");
      clock.driveTo(Demonstration.beginBefore(now));
    }
    String token = administrator.ensureToken();
    int port = context.getWebServer() == null ? 0 : context.getWebServer().getPort();
    if (isDemonstration) {
      new Demonstration(port, adminToken(token), clock).play(now);
    }
    welcome(out, port, token);
  }

  private String adminToken(@Nullable String made) {
    return made == null ? environment.getRequiredProperty("COUNTERFOIL_ADMIN_TOKEN") : made;
  }

  private void welcome(PrintStream out, int port, @Nullable String token) {
    String base = "http://localhost:" + port;
    out.println();
    out.println("Counterfoil is running.");
    out.println("  Log in   " + base + "/login/" + administrator.newLoginLink());
    out.println("           (works once, within 12 hours; each start gives a new one)");
    out.println("  Look     " + base + "/");
    out.println("  API      " + base + "/v3/api-docs");
    if (token != null) {
      out.println("  Token    " + token);
      out.println("           (platform administrator; shown this once)");
    }
    out.println("  Data     " + folder.path());
    if (folder.isDriven()) {
      out.println(
          "           (holds a demonstration: its clock was driven, its sales are made up)");
    }
    out.println();
  }
}
