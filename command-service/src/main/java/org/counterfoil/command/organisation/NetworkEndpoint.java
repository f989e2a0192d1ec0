package org.counterfoil.command.organisation;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.counterfoil.command.exchange.Answers;
import org.counterfoil.command.exchange.Directory;
import org.counterfoil.command.exchange.Exchange;
import org.counterfoil.command.exchange.Sent;
import org.counterfoil.domain.PublicLabel;
import org.counterfoil.domain.organisation.NetworkCommand.CreateNetwork;
import org.counterfoil.domain.organisation.NetworkCommand.JoinNetwork;
import org.counterfoil.domain.organisation.NetworkId;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.eventstore.id.TimeOrderedIds;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Networks: organisations that pool venues. */
@RestController
@Tag(name = "Setting up")
final class NetworkEndpoint {

  private final TimeOrderedIds ids;
  private final Directory directory;

  NetworkEndpoint(TimeOrderedIds ids, Directory directory) {
    this.ids = ids;
    this.directory = directory;
  }

  /** A network to be created. */
  record NetworkWish(@Schema(example = "Théâtres de l'agglomération") PublicLabel name) {}

  /** What is answered. */
  record CreatedNetwork(NetworkId networkId) {}

  @PostMapping("/api/v1/networks")
  @Operation(summary = "Create a network of organisations that pool venues")
  @ApiResponse(
      responseCode = "201",
      description = "Created",
      content = @Content(schema = @Schema(implementation = CreatedNetwork.class)))
  ResponseEntity<byte[]> create(@RequestBody Sent<NetworkWish> sent, Exchange exchange) {
    NetworkId id = new NetworkId(ids.next());
    return exchange
        .with(sent)
        .submit(
            new CreateNetwork(id, sent.value().name()),
            events -> Answers.created(new CreatedNetwork(id)));
  }

  @PutMapping("/api/v1/networks/{networkId}/organisations/{organisationId}")
  @Operation(
      summary = "Add an organisation to a network",
      description = "Members see each other's shared venues and seating plans, nothing else.")
  @ApiResponse(responseCode = "204", description = "It is a member")
  ResponseEntity<byte[]> join(
      @PathVariable NetworkId networkId,
      @PathVariable OrganisationId organisationId,
      Exchange exchange) {
    directory.organisation(organisationId);
    return exchange.submit(
        new JoinNetwork(networkId, organisationId), events -> Answers.noContent());
  }
}
