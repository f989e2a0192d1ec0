package org.counterfoil.command.performance;

import org.counterfoil.command.exchange.Directory;
import org.counterfoil.command.lane.Lanes;
import org.counterfoil.command.seating.VenuePlans;
import org.counterfoil.eventstore.log.EventLog;
import org.counterfoil.eventstore.log.EventTail;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the endpoints of performances look things up with. */
@Configuration(proxyBeanMethods = false)
class PerformanceLookups {

  @Bean
  Terms terms(EventLog log) {
    return new Terms(log);
  }

  @Bean
  VenueBookings venueBookings(EventLog log, Lanes lanes, Terms terms) {
    return new VenueBookings(log, lanes, terms);
  }

  @Bean
  BookingProcess bookingProcess(EventLog log, EventTail tail, VenueBookings bookings) {
    return new BookingProcess(log, tail, bookings);
  }

  @Bean
  Scheduling scheduling(Directory directory, VenuePlans plans) {
    return new Scheduling(directory, plans);
  }
}
