package org.counterfoil.query.audit.register;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An organisation's record of processing activities (Art. 30(1) GDPR), and what the host does on
 * its behalf (Art. 30(2)).
 *
 * @param measures technical and organisational security measures, Art. 30(1)(g)
 * @param ownMeasures those that the organisation takes beside them
 * @param position up to which the log is reflected
 */
public record ProcessingRegister(
    ControllerEntry controller,
    List<ProcessingActivity> activities,
    Transfers transfers,
    List<Measure> measures,
    List<String> ownMeasures,
    OnBehalf onBehalf,
    long position) {

  /**
   * Who answers for the processing, Art. 30(1)(a).
   *
   * @param address of its seat; it and what follows are missing until they are described
   * @param dpoContact of its data protection officer
   * @param representative in the Union
   * @param jointControllers who decides with it
   */
  public record ControllerEntry(
      UUID organisationId,
      String name,
      String legalName,
      String country,
      @Nullable String siren,
      @Nullable String address,
      @Nullable String contact,
      @Nullable String dpoContact,
      @Nullable String representative,
      List<String> jointControllers) {}

  /**
   * To whom in third countries data go, Art. 30(1)(e).
   *
   * @param areMade whether there are any; Counterfoil itself makes none
   */
  public record Transfers(boolean areMade, List<MadeTransfer> made) {
    static Transfers of(List<MadeTransfer> made) {
      return new Transfers(!made.isEmpty(), made);
    }
  }

  /**
   * A recipient in a third country.
   *
   * @param safeguard why it may have data, of {@code TransferSafeguard}
   */
  public record MadeTransfer(String recipient, String country, String safeguard) {}

  /** What protects the data. */
  public record Measure(SecurityMeasure measure, String iri) {
    /** All that Counterfoil takes. */
    static List<Measure> all() {
      return Arrays.stream(SecurityMeasure.values())
          .map(measure -> new Measure(measure, measure.iri()))
          .toList();
    }
  }

  /**
   * What the host processes for the controller, Art. 30(2).
   *
   * @param host its name and contact, as the process was told; missing where it was not
   * @param categories of processing that are carried out, Art. 30(2)(b)
   */
  public record OnBehalf(
      @Nullable Host host,
      List<CategoryOfProcessing> categories,
      Transfers transfers,
      List<Measure> measures) {
    /** Counterfoil itself sends nothing to third countries. */
    static OnBehalf by(@Nullable Host host) {
      return new OnBehalf(host, CategoryOfProcessing.all(), Transfers.of(List.of()), Measure.all());
    }
  }

  /** Who runs Counterfoil for others. */
  public record Host(String name, @Nullable String contact) {}

  /** What is done with the data, as the Data Privacy Vocabulary calls it. */
  public record CategoryOfProcessing(Processing processing, String iri) {
    static List<CategoryOfProcessing> all() {
      return Arrays.stream(Processing.values())
          .map(processing -> new CategoryOfProcessing(processing, processing.iri()))
          .toList();
    }
  }

  /** What Counterfoil does with personal data. */
  public enum Processing {
    COLLECT("Collect"),
    STORE("Store"),
    CONSULT("Consult"),
    DISCLOSE("Disclose"),
    RECTIFY("Modify"),
    RESTRICT("Restrict"),
    ERASE("Erase");

    private final String term;

    Processing(String term) {
      this.term = term;
    }

    public String iri() {
      return "https://w3id.org/dpv#" + term;
    }
  }
}
