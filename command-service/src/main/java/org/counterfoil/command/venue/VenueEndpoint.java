package org.counterfoil.command.venue;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.ZoneId;
import org.counterfoil.command.exchange.Answers;
import org.counterfoil.command.exchange.CurrentAnswer;
import org.counterfoil.command.exchange.Directory;
import org.counterfoil.command.exchange.Exchange;
import org.counterfoil.command.exchange.Sent;
import org.counterfoil.domain.PublicLabel;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.venue.VenueCommand.OpenVenue;
import org.counterfoil.domain.venue.VenueEvent.VenueOpened;
import org.counterfoil.domain.venue.VenueId;
import org.counterfoil.eventstore.id.TimeOrderedIds;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Venues. */
@RestController
@Tag(name = "Setting up")
final class VenueEndpoint {

  private final TimeOrderedIds ids;
  private final Directory directory;
  private final CurrentAnswer current;

  VenueEndpoint(TimeOrderedIds ids, Directory directory, CurrentAnswer current) {
    this.ids = ids;
    this.directory = directory;
    this.current = current;
  }

  /**
   * A venue to be opened.
   *
   * @param sharedWithNetwork whether members of its organisation's networks may use it; not so
   *     where missing
   */
  record VenueWish(
      OrganisationId organisationId,
      @Schema(example = "Théâtre du Lac") PublicLabel name,
      @Schema(example = "1 quai du Lac, 74000 Annecy") PublicLabel address,
      @Schema(example = "Europe/Paris") ZoneId timeZone,
      @Nullable Boolean sharedWithNetwork) {}

  /** What is answered. */
  record OpenedVenue(VenueId venueId) {}

  @PostMapping("/api/v1/venues")
  @Operation(summary = "Open a venue")
  @ApiResponse(
      responseCode = "201",
      description = "Opened",
      content = @Content(schema = @Schema(implementation = OpenedVenue.class)))
  ResponseEntity<byte[]> open(@RequestBody Sent<VenueWish> sent, Exchange exchange) {
    VenueWish wish = sent.value();
    exchange.access().permit(wish.organisationId());
    directory.organisation(wish.organisationId());
    VenueId id = new VenueId(ids.next());
    return exchange
        .in(wish.organisationId())
        .with(sent)
        .at("/api/v1/venues/")
        .submit(
            new OpenVenue(
                id,
                wish.organisationId(),
                wish.name(),
                wish.address(),
                wish.timeZone(),
                Boolean.TRUE.equals(wish.sharedWithNetwork())),
            events -> Answers.created(new OpenedVenue(id)));
  }

  @GetMapping("/api/v1/venues/{venueId}")
  @Operation(summary = "A venue as it was opened")
  ResponseEntity<VenueOpened> get(@PathVariable VenueId venueId) {
    return current.of(() -> directory.venue(venueId));
  }
}
