package org.counterfoil.architecture.twin.feed;

/** An endpoint where no requests come in. */
class LostEndpoint {}
