package org.counterfoil.query.audit.register;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.counterfoil.query.audit.scope.AskedAudit;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The register of processing, and the map of what is kept. */
@RestController
@Tag(name = "Personal data")
class RegisterEndpoint {

  private static final String PRIVACY = "/api/v1/privacy/{organisationId}";

  private final RegisterQueries register;

  RegisterEndpoint(RegisterQueries register) {
    this.register = register;
  }

  @GetMapping(PRIVACY + "/register")
  @Operation(
      summary = "The record of processing activities",
      description =
          "All headings of Art. 30(1) GDPR, made of the purposes as they stand; and of Art. 30(2),"
              + " for what the host does on behalf of the organisation. It names nobody.")
  ResponseEntity<ProcessingRegister> register(AskedAudit audit) {
    return audit.answer(register.register(audit.organisationId(), audit.reached()));
  }

  @GetMapping(PRIVACY + "/data-map")
  @Operation(
      summary = "Which fields are kept for which purposes, of how many people, until when",
      description = "It names nobody.")
  ResponseEntity<DataMap> map(AskedAudit audit) {
    return audit.answer(register.map(audit.organisationId(), audit.reached()));
  }
}
