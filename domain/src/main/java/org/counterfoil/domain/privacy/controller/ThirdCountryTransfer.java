package org.counterfoil.domain.privacy.controller;

import org.counterfoil.domain.PublicLabel;
import org.counterfoil.domain.organisation.CountryCode;

/** A recipient in a third country, and why it may have data (Art. 30(1)(e) GDPR). */
public record ThirdCountryTransfer(
    PublicLabel recipient, CountryCode country, TransferSafeguard safeguard) {}
