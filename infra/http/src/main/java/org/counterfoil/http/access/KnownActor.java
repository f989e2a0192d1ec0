package org.counterfoil.http.access;

import org.counterfoil.domain.access.Role;
import org.jspecify.annotations.Nullable;

/**
 * What is known of whoever acted by a token or a login: also where that has ended since.
 *
 * @param role what it was issued for
 * @param label what an administrator called the token; missing for a login, which has no name
 */
public record KnownActor(Role role, @Nullable String label) {}
