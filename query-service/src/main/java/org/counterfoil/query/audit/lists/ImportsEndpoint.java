package org.counterfoil.query.audit.lists;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.counterfoil.http.position.Page;
import org.counterfoil.http.position.PageRequest;
import org.counterfoil.query.audit.scope.AskedAudit;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Which files of people were brought in. */
@RestController
@Tag(name = "Personal data")
class ImportsEndpoint {

  private final ImportQueries imports;

  ImportsEndpoint(ImportQueries imports) {
    this.imports = imports;
  }

  @GetMapping("/api/v1/privacy/{organisationId}/imports")
  @Operation(
      summary = "Files of people that were brought in, the newest first",
      description = "Who was in them is told by nobody's name: it needs no reason.")
  ResponseEntity<Page<ListedImport>> imports(AskedAudit audit, PageRequest page) {
    return audit.answer(imports.page(audit.organisationId(), page));
  }
}
