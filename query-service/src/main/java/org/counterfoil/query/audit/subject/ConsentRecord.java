package org.counterfoil.query.audit.subject;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.counterfoil.domain.privacy.register.DpvPurpose;
import org.counterfoil.domain.privacy.register.LawfulBasis;
import org.counterfoil.domain.privacy.register.PersonalField;
import org.counterfoil.domain.privacy.subject.DataSubjectId;
import org.counterfoil.query.audit.recording.ConsentAnswer;
import org.counterfoil.query.audit.subject.ConsentState.Answered;
import org.jspecify.annotations.Nullable;

/**
 * Writes a consent as a record of ISO/IEC TS 27560:2023, in the Data Privacy Vocabulary's profile
 * for the GDPR (<a href="https://w3id.org/dpv/guides/consent-27560">DPV-27560</a>, {@code
 * record-eu-gdpr}), as JSON-LD. Of the fields that the profile makes mandatory, those are left out
 * that an organisation has not told: no address is made up.
 */
final class ConsentRecord {

  private static final String PROFILE = "https://w3id.org/dpv/schema/dpv-27560#record-eu-gdpr";

  /** Withdrawal, access, rectification, erasure, restriction, portability, complaint. */
  private static final List<String> RIGHTS =
      List.of("A7-3", "A15", "A16", "A17", "A18", "A20", "A77");

  private static final Map<String, Object> CONTEXT = context();

  /**
   * What the consent is to, as it was declared when it was answered.
   *
   * @param lawfulBasis of Art. 6(1) GDPR: consent itself, or another where the consent is a
   *     condition
   * @param condition of Art. 9(2) GDPR, for data of a special category
   */
  record Asked(
      String controllerName,
      UUID controllerId,
      String country,
      @Nullable String address,
      @Nullable String contact,
      String purpose,
      String name,
      DpvPurpose dpvPurpose,
      String lawfulBasis,
      @Nullable String condition,
      List<PersonalField> fields,
      List<String> recipients,
      String retentionStart,
      String retentionPeriod,
      boolean isRequired) {}

  private ConsentRecord() {}

  /** The record, ready to be written as JSON. */
  static Map<String, Object> of(DataSubjectId subject, Asked asked, ConsentState state) {
    UUID id =
        UUID.nameUUIDFromBytes(
            (asked.controllerId() + "/" + subject + "/" + asked.purpose())
                .getBytes(StandardCharsets.UTF_8));
    Map<String, Object> record = new LinkedHashMap<>();
    record.put("@context", CONTEXT);
    record.put("@id", "urn:uuid:" + id);
    record.put("@type", "dpv:ConsentRecord");
    record.put("dct:conformsTo", reference(PROFILE));
    record.put("dct:identifier", id.toString());
    record.put(
        "dpv:hasDataSubject",
        Map.of("@type", "dpv:DataSubject", "dct:identifier", subject.toString()));
    record.put("dpv:hasDataController", controller(asked));
    record.put("dpv:hasJurisdiction", reference("loc:" + asked.country()));
    record.put("dpv:hasProcess", process(asked, source(state)));
    record.put(
        "dpv:hasNotice",
        state.answers().stream().flatMap(ConsentRecord::notice).distinct().toList());
    record.put(
        "dpv:hasConsentStatus", state.answers().stream().map(ConsentRecord::status).toList());
    return record;
  }

  private static Map<String, Object> controller(Asked asked) {
    Map<String, Object> controller =
        ordered(
            "@id",
            "urn:uuid:" + asked.controllerId(),
            "@type",
            "dpv:DataController",
            "dct:identifier",
            asked.controllerId().toString(),
            "dpv:hasName",
            asked.controllerName());
    if (asked.address() != null) {
      controller.put("dpv:hasAddress", asked.address());
    }
    if (asked.contact() != null) {
      controller.put("dpv:hasContact", asked.contact());
    }
    return controller;
  }

  private static Map<String, Object> process(Asked asked, Object source) {
    Map<String, Object> process = new LinkedHashMap<>();
    process.put("@type", "dpv:Process");
    process.put(
        "dpv:hasPurpose",
        ordered(
            "@type", asked.dpvPurpose().iri(),
            "dct:identifier", asked.purpose(),
            "dct:title", asked.name()));
    process.put("dpv:hasLegalBasis", bases(asked));
    process.put(
        "dpv:hasPersonalData",
        asked.fields().stream().map(field -> data(field, asked.isRequired(), source)).toList());
    process.put(
        "dpv:hasProcessing",
        Stream.of("dpv:Collect", "dpv:Store", "dpv:Use").map(ConsentRecord::reference).toList());
    process.put(
        "dpv:hasStorageCondition",
        List.of(
            ordered(
                "@type", "dpv:StorageDuration",
                "dpv:hasDuration", asked.retentionPeriod(),
                "dct:description", asked.retentionStart()),
            ordered(
                "@type",
                "dpv:StorageLocation",
                "dpv:hasLocation",
                reference("loc:" + asked.country()))));
    process.put(
        "dpv:hasRecipient",
        asked.recipients().stream()
            .map(name -> ordered("@type", "dpv:Recipient", "dpv:hasName", name))
            .toList());
    process.put("dpv:hasConsentControl", ordered("@type", "dpv:WithdrawConsent"));
    process.put(
        "dpv:hasRight", RIGHTS.stream().map(right -> reference("eu-gdpr:" + right)).toList());
    return process;
  }

  private static List<Object> bases(Asked asked) {
    Object basis = reference(new LawfulBasis(asked.lawfulBasis()).iri());
    return asked.condition() == null
        ? List.of(basis)
        : List.of(basis, reference("eu-gdpr:" + asked.condition()));
  }

  /** The person itself, unless its newest yes was brought: then where that was given. */
  private static Object source(ConsentState state) {
    return state.answers().stream()
        .filter(one -> one.answer().isInForce())
        .findFirst()
        .filter(one -> one.source() != null)
        .<Object>map(
            one ->
                ordered(
                    "@type",
                    "dpv:DataSource",
                    "dct:identifier",
                    String.valueOf(one.source()),
                    "dct:provenance",
                    String.valueOf(one.exportedFrom())))
        .orElseGet(() -> reference("dpv:DataSubject"));
  }

  private static Map<String, Object> data(PersonalField field, boolean isRequired, Object source) {
    return ordered(
        "@type",
        field.isSpecialCategory()
            ? List.of(field.iri(), "dpv:SpecialCategoryPersonalData")
            : List.of(field.iri()),
        "dpv:hasNecessity",
        reference(isRequired ? "dpv:Required" : "dpv:Optional"),
        "dpv:hasDataSource",
        source);
  }

  private static Stream<Map<String, Object>> notice(Answered answered) {
    ShownNotice shown = answered.notice();
    if (shown == null) {
      return Stream.empty();
    }
    Map<String, Object> notice =
        ordered(
            "@id", noticeId(shown),
            "@type", "dpv:ConsentNotice",
            "dct:identifier", shown.noticeVersionId().toString());
    if (shown.language() != null) {
      notice.put("dct:language", shown.language());
    }
    if (shown.text() != null) {
      notice.put("dct:description", shown.text());
    }
    notice.put(
        "spdx:checksum",
        ordered(
            "@type", "spdx:Checksum",
            "spdx:algorithm", reference("spdx:checksumAlgorithm_sha256"),
            "spdx:checksumValue", ordered("@type", "xsd:hexBinary", "@value", shown.sha256())));
    return Stream.of(notice);
  }

  private static String noticeId(ShownNotice shown) {
    return "urn:uuid:" + shown.noticeVersionId();
  }

  private static Map<String, Object> status(Answered answered) {
    Map<String, Object> status =
        ordered(
            "@type",
            "dpv:" + term(answered.answer()),
            "dct:date",
            ordered("@type", "xsd:dateTime", "@value", answered.at().toString()),
            "dpv:isIndicatedBy",
            reference(
                answered.answer() == ConsentAnswer.EXPIRED
                    ? "dpv:DataController"
                    : "dpv:DataSubject"));
    if (answered.door() != null) {
      status.put(
          "dpv:hasIndicationMethod",
          answered.source() == null ? answered.door().name() : answered.source().value());
    }
    if (answered.notice() != null) {
      status.put("dpv:hasNotice", reference(noticeId(answered.notice())));
    }
    return status;
  }

  private static String term(ConsentAnswer answer) {
    return switch (answer) {
      case GIVEN -> "ConsentGiven";
      case RENEWED -> "RenewedConsentGiven";
      case REFUSED -> "ConsentRefused";
      case WITHDRAWN -> "ConsentWithdrawn";
      case EXPIRED -> "ConsentExpired";
    };
  }

  private static Map<String, Object> reference(String iri) {
    return Map.of("@id", iri);
  }

  private static Map<String, Object> context() {
    return ordered(
        "dpv", "https://w3id.org/dpv#",
        "eu-gdpr", "https://w3id.org/dpv/legal/eu/gdpr#",
        "loc", "https://w3id.org/dpv/loc#",
        "dct", "http://purl.org/dc/terms/",
        "spdx", "http://spdx.org/rdf/terms#",
        "xsd", "http://www.w3.org/2001/XMLSchema#");
  }

  /** Keys and values in turn, in this order. */
  private static Map<String, Object> ordered(Object... keysAndValues) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int at = 0; at < keysAndValues.length; at += 2) {
      map.put(String.valueOf(keysAndValues[at]), keysAndValues[at + 1]);
    }
    return map;
  }
}
