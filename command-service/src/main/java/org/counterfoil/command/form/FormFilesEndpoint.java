package org.counterfoil.command.form;

import io.swagger.v3.oas.annotations.Hidden;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.counterfoil.command.page.FixedPage;
import org.counterfoil.http.problem.Problem;
import org.counterfoil.http.problem.ProblemCode;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Serves what the forms need: their scripts and their style, and nothing else. */
@RestController
@Hidden
final class FormFilesEndpoint {

  private final Map<String, byte[]> files =
      Stream.of(
              "asking.js",
              "calling.js",
              "order.js",
              "places.js",
              "paying.js",
              "newsletter.js",
              "account.js",
              "link.js",
              "my-data.js",
              "forms.css")
          .collect(
              Collectors.toUnmodifiableMap(
                  Function.identity(), name -> FixedPage.read(FormFilesEndpoint.class, name)));

  @GetMapping("/forms/{file}")
  ResponseEntity<byte[]> file(@PathVariable String file) {
    byte[] content = files.get(file);
    if (content == null) {
      throw Problem.of(ProblemCode.NOT_FOUND, "Expected a file of a form, but there is none")
          .exception();
    }
    return FixedPage.asset(file.endsWith(".js") ? "javascript" : "css", content);
  }
}
