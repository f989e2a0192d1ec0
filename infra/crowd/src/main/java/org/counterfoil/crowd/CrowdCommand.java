package org.counterfoil.crowd;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.counterfoil.crowd.http.Http;
import org.counterfoil.crowd.plan.CrowdShares;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;

/**
 * Rehearses an onsale from the command line: makes a copy of a performance for training, sends the
 * crowd, and prints the report as JSON. Ends with 0 where everything held, 1 where something did
 * not, 2 where it could not begin.
 *
 * <pre>COUNTERFOIL_TOKEN=… mvn -q -Dfast -pl infra/crowd process-classes \
 *   -Drehearse="--performance=… --visitors=2000"</pre>
 *
 * <pre>--performance=&lt;id> --token=&lt;of an organiser> [--base-url=http://localhost:8080]
 * [--query-url=…] [--seed=1] [--visitors=&lt;ten times as many wishes as places>] [--compression=60] [--connections=256]
 * [--most-inside=&lt;all>] [--best-available=0.6] [--late-money=true]</pre>
 *
 * The token may be given as COUNTERFOIL_TOKEN in the environment instead, which no list of
 * processes shows.
 */
public final class CrowdCommand {

  private static final int USUAL_COMPRESSION = 60;
  private static final int SECONDS_TO_SET_UP = 2;

  private CrowdCommand() {}

  public static void main(String[] arguments) throws InterruptedException {
    System.exit(run(arguments, System.out, System.err, System.getenv("COUNTERFOIL_TOKEN")));
  }

  static int run(
      String[] arguments, PrintStream out, PrintStream err, @Nullable String environmentToken)
      throws InterruptedException {
    try {
      Map<String, String> options = options(arguments);
      String token =
          options.getOrDefault("token", environmentToken == null ? "" : environmentToken);
      if (token.isEmpty() || !options.containsKey("performance")) {
        throw new IllegalArgumentException(
            "Expected --performance and --token, but one is missing");
      }
      CrowdReport report = rehearse(options, token);
      out.println(
          Shop.JSON
              .rebuild()
              .enable(SerializationFeature.INDENT_OUTPUT)
              .build()
              .writeValueAsString(report));
      return report.isSound() ? 0 : 1;
    } catch (IllegalArgumentException | IOException | StageRefused failed) {
      err.println(failed.getMessage());
      return 2;
    }
  }

  private static CrowdReport rehearse(Map<String, String> options, String token)
      throws IOException, InterruptedException {
    URI base = URI.create(options.getOrDefault("base-url", "http://localhost:8080"));
    URI queries = URI.create(options.getOrDefault("query-url", base.toString()));
    double compression = number(options, "compression", USUAL_COMPRESSION);
    Map<String, String> credentials = Map.of("Authorization", "Bearer " + token);
    String first = options.getOrDefault("performance", "");
    String copy = Stage.copy(base, credentials, first, compression);
    CrowdShares shares =
        CrowdShares.REALISTIC.withBestAvailable(
            number(options, "best-available", CrowdShares.REALISTIC.bestAvailable()));
    boolean withLateMoney = Boolean.parseBoolean(options.getOrDefault("late-money", "true"));
    CrowdSettings settings =
        new CrowdSettings(
            base,
            queries,
            copy,
            (long) number(options, "seed", 1),
            (int) number(options, "visitors", Stage.visitors(base, first)),
            compression,
            withLateMoney ? shares : shares.withoutLateNotifications(),
            (int) number(options, "connections", CrowdSettings.USUAL_CONNECTIONS),
            (int) number(options, "most-inside", CrowdSettings.ALL),
            null,
            false);
    Clock clock = Clock.systemUTC();
    Instant opensAt =
        clock.instant().plus(settings.timeline().buildUp()).plusSeconds(SECONDS_TO_SET_UP);
    Stage.open(base, credentials, first, copy, opensAt, compression);
    try (Http organiser = new Http(queries, 1);
        Crowd crowd = new Crowd(settings, Dashboard.over(organiser, credentials, copy))) {
      return crowd.run(Duration.between(clock.instant(), opensAt));
    }
  }

  private static double number(Map<String, String> options, String name, double usual) {
    String value = options.get(name);
    if (value != null && !value.matches("[0-9]{1,12}(\\.[0-9]{1,6})?")) {
      throw new IllegalArgumentException("Expected --" + name + "=<number>, but it is " + value);
    }
    return value == null ? usual : Double.parseDouble(value);
  }

  private static Map<String, String> options(String[] arguments) {
    Map<String, String> options = new HashMap<>();
    for (String argument : arguments) {
      int equals = argument.indexOf('=');
      if (!argument.startsWith("--") || equals < 0) {
        throw new IllegalArgumentException("Expected --name=value, but got " + argument);
      }
      options.put(argument.substring(2, equals), argument.substring(equals + 1));
    }
    return options;
  }
}
