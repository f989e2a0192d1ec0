package org.counterfoil.command.ticket;

import java.time.ZonedDateTime;
import org.counterfoil.domain.PublicLabel;
import org.counterfoil.domain.money.Money;
import org.counterfoil.domain.money.TaxRate;
import org.counterfoil.domain.organisation.RegistrationNumber;
import org.counterfoil.domain.performance.Proof;
import org.counterfoil.domain.performance.SalesChannel;
import org.counterfoil.domain.seating.PlanSeat;
import org.jspecify.annotations.Nullable;

/**
 * Everything that stands on a ticket, as French ticketing asks for it; nothing about a person.
 *
 * @param licenceNumber of the operator, where it has one
 * @param operationNumber the position in the log of what issued it
 * @param seat missing for a place of an area
 * @param area missing for a seat
 * @param price with tax; zero is free
 * @param fee what of the price is a fee; zero where there is none
 * @param proof what is to be shown with it; missing for nothing
 * @param startsAt in the venue's zone
 * @param soldAt in the organisation's zone
 * @param code what the QR code says
 * @param typedCode what may be typed for it
 */
record PrintedTicket(
    PublicLabel operator,
    @Nullable RegistrationNumber licenceNumber,
    int ticketNumber,
    long operationNumber,
    String zone,
    @Nullable PlanSeat seat,
    @Nullable String area,
    PublicLabel priceTypeName,
    Money price,
    Money tax,
    TaxRate taxRate,
    Money fee,
    @Nullable Proof proof,
    PublicLabel title,
    PublicLabel venue,
    PublicLabel address,
    ZonedDateTime startsAt,
    ZonedDateTime soldAt,
    SalesChannel placeOfSale,
    String code,
    String typedCode,
    boolean isDuplicate,
    boolean isTraining) {}
