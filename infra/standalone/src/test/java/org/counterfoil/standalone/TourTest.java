package org.counterfoil.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Runs the tour of the README as it stands there, in a shell, and compares the answers. */
@ExtendWith(SharedProcess.class)
class TourTest {

  private static final Pattern BLOCK =
      Pattern.compile("<!-- tour: (setup|step) -->\\n```sh\\n(.*?)```", Pattern.DOTALL);
  private static final Pattern ANSWER = Pattern.compile("```json\\n(.*?)\\n```", Pattern.DOTALL);
  private static final String ANYTHING = "…";

  private final JsonMapper json = JsonMapper.builder().build();

  private record Step(String script, List<String> answers) {}

  @Test
  void theTourWorksAsPrinted(RunningProcess counterfoil) throws Exception {
    List<Step> steps = steps(Files.readString(readme()));
    assertThat(steps).hasSizeGreaterThan(5);
    List<String> outputs = run(steps, counterfoil.port());
    for (int step = 1; step < steps.size(); step++) {
      List<String> expected = steps.get(step).answers();
      if (!expected.isEmpty()) {
        compare("step " + step, json.readTree(expected.getFirst()), outputs.get(step));
      }
    }
  }

  @Test
  void aTourWhoseAnswersDifferWouldBeNoticed() {
    JsonNode printed = json.readTree("{\"sold\":2,\"id\":\"…\"}");

    assertThat(isAsPrinted(printed, json.readTree("{\"sold\":2,\"id\":\"x\",\"more\":1}")))
        .isTrue();
    assertThat(isAsPrinted(printed, json.readTree("{\"sold\":3,\"id\":\"x\"}"))).isFalse();
    assertThat(isAsPrinted(printed, json.readTree("{\"sold\":2}"))).isFalse();
  }

  private void compare(String step, JsonNode printed, String output) {
    String last = output.strip().lines().reduce("", (before, line) -> line);
    assertThat(isAsPrinted(printed, json.readTree(last)))
        .as("%s: expected %s, but got %s", step, printed, output)
        .isTrue();
  }

  /** Every printed field is there with the printed value; an ellipsis stands for any value. */
  private static boolean isAsPrinted(JsonNode printed, JsonNode answered) {
    if (printed.isString() && printed.asString().equals(ANYTHING)) {
      return !answered.isMissingNode();
    }
    if (printed.isObject()) {
      return printed.properties().stream()
          .allMatch(field -> isAsPrinted(field.getValue(), answered.path(field.getKey())));
    }
    if (printed.isArray()) {
      boolean isSame = answered.isArray() && answered.size() == printed.size();
      for (int i = 0; isSame && i < printed.size(); i++) {
        isSame = isAsPrinted(printed.get(i), answered.get(i));
      }
      return isSame;
    }
    return printed.equals(answered);
  }

  private static List<String> run(List<Step> steps, int port) throws Exception {
    StringBuilder script = new StringBuilder();
    for (int step = 0; step < steps.size(); step++) {
      script.append("echo '@@").append(step).append("'\n");
      script.append(
          steps
              .get(step)
              .script()
              .replace("TOKEN=cft_…", "TOKEN=" + RunningProcess.TOKEN)
              .replace("http://localhost:8080", "http://localhost:" + port));
      script.append("\necho\n");
    }
    Process shell = new ProcessBuilder("bash", "-s").redirectErrorStream(true).start();
    shell.getOutputStream().write(script.toString().getBytes(StandardCharsets.UTF_8));
    shell.getOutputStream().close();
    String output = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    List<String> parts = new ArrayList<>(List.of(output.split("@@\\d+\\n", -1)));
    parts.removeFirst();
    return parts;
  }

  private static List<Step> steps(String readme) {
    List<Step> steps = new ArrayList<>();
    Matcher block = BLOCK.matcher(readme);
    List<Integer> ends = new ArrayList<>();
    List<String> scripts = new ArrayList<>();
    List<Integer> starts = new ArrayList<>();
    while (block.find()) {
      starts.add(block.start());
      ends.add(block.end());
      scripts.add(block.group(2));
    }
    for (int i = 0; i < scripts.size(); i++) {
      int until = i + 1 < starts.size() ? starts.get(i + 1) : readme.length();
      Matcher answer = ANSWER.matcher(readme.substring(ends.get(i), until));
      List<String> answers = new ArrayList<>();
      while (answer.find()) {
        answers.add(answer.group(1));
      }
      steps.add(new Step(scripts.get(i), answers));
    }
    return steps;
  }

  private static Path readme() throws IOException {
    Path here = Path.of("").toAbsolutePath();
    while (!Files.exists(here.resolve("LICENSE"))) {
      here = here.getParent();
    }
    return here.resolve("README.md");
  }
}
