package org.counterfoil.standalone;

/** Somebody all of whose answers begin with a mark that is nowhere else. */
record PlantedPerson(int number) {

  static final String MARK = "zqxplanted";
  static final String TELEPHONES = "+33619000";

  String mark() {
    return "%s%03d".formatted(MARK, number);
  }

  String email() {
    return mark() + "@example.org";
  }

  String name() {
    return mark() + " Planted";
  }

  String telephone() {
    return "%s%03d".formatted(TELEPHONES, number);
  }
}
