package org.counterfoil.command.access;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.counterfoil.command.exchange.Answers;
import org.counterfoil.command.exchange.Exchange;
import org.counterfoil.domain.Actor;
import org.counterfoil.domain.access.AccessCommand.EndSession;
import org.counterfoil.domain.access.AccessCommand.UseLoginLink;
import org.counterfoil.domain.access.AccessRejection;
import org.counterfoil.domain.access.LoginLinkId;
import org.counterfoil.http.access.AccessDirectory;
import org.counterfoil.http.access.Secrets;
import org.counterfoil.http.access.SessionCookie;
import org.counterfoil.http.problem.Problem;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Logs people in by their link, and out. The link shows a button instead of logging in at once: see
 * {@link SessionCookie} for why.
 */
@RestController
@Hidden
final class LoginEndpoint {

  private static final Duration SESSION_LIFE = Duration.ofHours(12);

  private static final String PAGE =
      """
      <!doctype html>
      <html lang="fr">
      <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>Counterfoil</title>
        <link rel="icon" href="data:,">
        <link rel="stylesheet" href="/waiting-room/room.css">
      </head>
      <body>
        <header class="head"><span>Counterfoil</span></header>
        <main>
          <h1>Entrer · <span lang="en">Log in</span></h1>
          <section class="now">
            <p>Ce lien est personnel. · <span lang="en">This link is yours alone.</span></p>
            <form method="post"><button>Entrer · <span lang="en">Log in</span></button></form>
          </section>
        </main>
      </body>
      </html>
      """;

  private final Secrets secrets;
  private final SessionCookie cookie;
  private final AccessDirectory directory;
  private final Clock clock;

  LoginEndpoint(Secrets secrets, SessionCookie cookie, AccessDirectory directory, Clock clock) {
    this.secrets = secrets;
    this.cookie = cookie;
    this.directory = directory;
    this.clock = clock;
  }

  @GetMapping(path = "/login/{link}", produces = MediaType.TEXT_HTML_VALUE)
  String page(@PathVariable String link) {
    read(link);
    return PAGE;
  }

  @PostMapping("/login/{link}")
  ResponseEntity<byte[]> logIn(
      @PathVariable String link, HttpServletRequest request, Exchange exchange) {
    LoginLinkId id = read(link);
    Instant validUntil = clock.instant().plus(SESSION_LIFE);
    Actor operator = directory.operatorOf(id);
    exchange
        // A link that nobody was given is refused below, and leaves no record of any actor.
        .by(operator == null ? new Actor(Actor.Kind.OPERATOR, id.value()) : operator)
        .submit(new UseLoginLink(id, validUntil), events -> Answers.noContent());
    directory.catchUp();
    return toPages(cookie.open(request, id, validUntil));
  }

  @PostMapping("/logout")
  ResponseEntity<byte[]> logOut(HttpServletRequest request, Exchange exchange) {
    LoginLinkId session = exchange.access().caller().session();
    if (session != null) {
      exchange.submit(new EndSession(session), events -> Answers.noContent());
      directory.catchUp();
    }
    return toPages(cookie.forget(request));
  }

  private LoginLinkId read(String link) {
    LoginLinkId id = secrets.readLoginLink(link);
    if (id == null) {
      throw Problem.refused(
              AccessRejection.UNKNOWN_LOGIN_LINK, "Expected a login link, but it is none")
          .exception();
    }
    return id;
  }

  private static ResponseEntity<byte[]> toPages(String setCookie) {
    return ResponseEntity.status(303)
        .location(URI.create("/"))
        .header(HttpHeaders.SET_COOKIE, setCookie)
        .build();
  }
}
