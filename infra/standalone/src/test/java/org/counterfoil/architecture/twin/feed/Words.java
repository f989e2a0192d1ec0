package org.counterfoil.architecture.twin.feed;

/** Names that say nothing. */
class Words {

  static class SeatImpl {}

  static class SeatUtil {}

  static class SeatUtils {}

  static class SeatHelper {}

  static class SeatHelpers {}

  static class SeatManager {}

  static class SeatDto {}

  static class SeatDTO {}

  static class SeatMapper {}

  static class SeatData {}

  static class SeatInfo {}

  static class SeatController {}
}
