package org.counterfoil.query.accounts.posting;

import java.util.UUID;
import org.counterfoil.domain.accounting.OrderBooks;

/** An order and its books. */
record OrderRow(UUID orderId, UUID organisationId, OrderBooks books) {}
