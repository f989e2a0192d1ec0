package org.counterfoil.http.small;

import java.util.Map;
import org.counterfoil.domain.OrderId;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.seathold.HoldId;
import org.counterfoil.http.access.Access;
import org.counterfoil.http.access.HttpCaller;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Routes that are not for everybody. Every resource's id is its organisation's. */
@RestController
class GuardedEndpoint {

  @GetMapping("/organisations/{organisationId}/books")
  Map<String, String> books(@PathVariable OrganisationId organisationId, Access access) {
    return Map.of("organisation", organisationId.toString(), "actor", access.actor().toString());
  }

  @GetMapping("/performances/{id}")
  Map<String, String> performance(@PathVariable OrganisationId id, Access access) {
    access.permit(id);
    return Map.of("actor", access.actor().toString());
  }

  @PostMapping("/performances/{id}")
  Map<String, String> change(@PathVariable OrganisationId id, Access access) {
    access.permit(id);
    return Map.of("actor", access.actor().toString());
  }

  @DeleteMapping("/performances/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove(@PathVariable OrganisationId id, Access access) {
    access.permit(id);
  }

  @GetMapping("/holds/{holdId}")
  Map<String, String> hold(@PathVariable HoldId holdId, Access access) {
    access.permitHold(holdId);
    return Map.of("actor", access.actor().toString());
  }

  @GetMapping("/orders/{orderId}")
  Map<String, String> order(@PathVariable OrderId orderId, Access access) {
    access.permitOrder(orderId, () -> new OrganisationId(orderId.value()));
    return Map.of("actor", access.actor().toString());
  }

  @PostMapping("/organisations")
  Map<String, String> organisations() {
    return Map.of("done", "yes");
  }

  @GetMapping("/me")
  Map<String, String> me(HttpCaller caller) {
    return Map.of("scope", caller.scope());
  }

  @PostMapping("/me")
  Map<String, String> changeMe(HttpCaller caller) {
    return Map.of("scope", caller.scope());
  }

  @GetMapping("/forgetful/body")
  Map<String, String> forgetful() {
    return Map.of("leaked", "everything");
  }

  @GetMapping("/forgetful/entity")
  ResponseEntity<Map<String, String>> forgetfulEntity() {
    return ResponseEntity.ok().eTag("leaked").body(Map.of("leaked", "everything"));
  }

  @GetMapping("/forgetful/redirect")
  ResponseEntity<Void> forgetfulRedirect() {
    return ResponseEntity.status(HttpStatus.FOUND).header("Location", "/leaked").build();
  }

  @PostMapping("/forgetful/nothing")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void forgetfulNothing() {}

  @GetMapping("/forgetful/secret/{holdId}")
  Map<String, String> forgetfulSecret(@PathVariable HoldId holdId) {
    return Map.of("leaked", holdId.toString());
  }
}
