package org.counterfoil.query.audit.register;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.counterfoil.feed.projection.ProjectionRunner;
import org.counterfoil.http.position.MinPosition;
import org.counterfoil.http.position.Positions;
import org.counterfoil.query.live.ReadPosition;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The processor's own record, of whoever runs Counterfoil for several organisations. */
@RestController
@Tag(name = "Personal data")
class HostRegisterEndpoint {

  private final RegisterQueries register;
  private final ReadPosition position;

  HostRegisterEndpoint(
      RegisterQueries register, @Qualifier("auditRunner") ProjectionRunner runner) {
    this.register = register;
    this.position = new ReadPosition(runner);
  }

  @GetMapping("/api/v1/privacy/register")
  @Operation(
      summary = "The record of what the host processes for others",
      description =
          "All headings of Art. 30(2) GDPR: the processor (counterfoil.host.name and .contact),"
              + " every controller that it serves with its representative and its data protection"
              + " officer, the categories of processing, transfers, and security measures. It names"
              + " no buyer.")
  ResponseEntity<HostRegister> register(HttpServletRequest request) {
    long reached = position.await(MinPosition.of(request).value(), List.of());
    return ResponseEntity.ok()
        .header(Positions.POSITION, Long.toString(reached))
        .body(register.ofHost(reached));
  }
}
