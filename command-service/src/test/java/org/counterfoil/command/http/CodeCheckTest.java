package org.counterfoil.command.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Runs the lines of the README that verify a ticket's code, as they stand there. */
@ExtendWith(SharedService.class)
class CodeCheckTest {

  private static final Pattern BLOCK =
      Pattern.compile("<!-- ticket-code -->\\n```sh\\n(.*?)```", Pattern.DOTALL);

  private final RunningService service;

  CodeCheckTest(RunningService service) {
    this.service = service;
  }

  @Test
  void openSslVerifiesATicket_andRefusesAChangedOne(@TempDir Path folder) throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/openssl")), "OpenSSL is not installed");
    Matcher block = BLOCK.matcher(Files.readString(Path.of("..", "README.md")));
    assertThat(block.find()).isTrue();
    String code = Theatre.in(service).sell("ORCH-A-1").text("/tickets/0/code");
    String other =
        code.substring(0, 30) + (code.charAt(30) == 'A' ? 'B' : 'A') + code.substring(31);

    assertThat(run(block.group(1), code, folder)).contains("Signature Verified Successfully");
    assertThat(run(block.group(1), other, folder)).contains("Verification Failure");
  }

  private String run(String script, String code, Path folder) throws Exception {
    ProcessBuilder shell =
        new ProcessBuilder("sh", "-c", script).directory(folder.toFile()).redirectErrorStream(true);
    shell.environment().put("CODE", code);
    shell.environment().put("API", service.url() + "/api/v1");
    Process process = shell.start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    process.waitFor();
    return output;
  }
}
