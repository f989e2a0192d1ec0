package org.counterfoil.domain.privacy.controller;

import java.util.Map;
import java.util.Optional;
import org.counterfoil.domain.organisation.CountryCode;

/**
 * With whom a complaint may be lodged (Art. 77 GDPR), as it calls itself; of countries that have
 * one for all controllers of this kind (<a
 * href="https://www.edpb.europa.eu/about-edpb/about-edpb/members_en">members of the EDPB</a>).
 *
 * @param site where it is found, without a scheme
 */
public record SupervisoryAuthority(String name, String site) {

  private static final Map<String, SupervisoryAuthority> ALL =
      Map.ofEntries(
          of("AT", "Datenschutzbehörde (DSB)", "dsb.gv.at"),
          of(
              "BE",
              "Autorité de protection des données – Gegevensbeschermingsautoriteit (APD-GBA)",
              "www.dataprotectionauthority.be"),
          of("ES", "Agencia Española de Protección de Datos (AEPD)", "www.aepd.es"),
          of("FR", "Commission nationale de l’informatique et des libertés (CNIL)", "www.cnil.fr"),
          of("IE", "Data Protection Commission (DPC)", "www.dataprotection.ie"),
          of("IT", "Garante per la protezione dei dati personali", "www.garanteprivacy.it"),
          of("LU", "Commission nationale pour la protection des données (CNPD)", "cnpd.public.lu"),
          of("NL", "Autoriteit Persoonsgegevens (AP)", "www.autoriteitpersoonsgegevens.nl"),
          of("PT", "Comissão Nacional de Proteção de Dados (CNPD)", "www.cnpd.pt"));

  private static Map.Entry<String, SupervisoryAuthority> of(
      String country, String name, String site) {
    return Map.entry(country, new SupervisoryAuthority(name, site));
  }

  /** Of a controller's country; missing where it has several, or is not known here. */
  public static Optional<SupervisoryAuthority> of(CountryCode country) {
    return Optional.ofNullable(ALL.get(country.value()));
  }

  /** Its name, and where it is found. */
  @Override
  public String toString() {
    return name + ", " + site;
  }
}
