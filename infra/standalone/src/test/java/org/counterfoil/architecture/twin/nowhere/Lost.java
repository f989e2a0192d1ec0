package org.counterfoil.architecture.twin.nowhere;

/** Is in no module. */
class Lost {}
