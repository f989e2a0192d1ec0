package org.counterfoil.query.accounts.exports;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.counterfoil.domain.accounting.Period;
import org.counterfoil.query.accounts.posting.OrganisationRow;

/** What a file of entries is and is not (art. A47 A-1, XI LPF asks for a description). */
final class FecDescription {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.FRANCE);

  private FecDescription() {}

  static String of(OrganisationRow organisation, Period year, String fileName) {
    return """
        %1$s
        %2$s, exercice du %3$s au %4$s

        Ce fichier contient les écritures de billetterie de l'exercice, au format de l'article
        A47 A-1 du livre des procédures fiscales. Il est fait pour être importé dans la comptabilité
        de l'exploitant. Ce n'est pas, à lui seul, le fichier des écritures comptables qu'il remet à
        l'administration : celui-ci contient tous les journaux et les à-nouveaux, et vient du
        logiciel de comptabilité. Ce fichier n'est pas un certificat.

        Format : UTF-8, une ligne d'en-tête, 18 colonnes séparées par une tabulation, virgule
        décimale, dates AAAAMMJJ, lignes terminées par CR LF. Monnaie : %5$s.
        EcritureNum : de 1 à n sans rupture dans l'exercice, dans l'ordre de validation.
        EcritureDate : date de l'opération ; si son jour était déjà clôturé, premier jour ouvert, et
        le libellé donne la date réelle. PieceRef : numéro de l'opération dans Counterfoil, qui
        renvoie à sa cause. PieceDate : date réelle. ValidDate : jour d'enregistrement ; une écriture
        enregistrée n'est jamais modifiée.
        Arrondi : par billet, HT = TTC / (1 + taux) arrondi au centime le plus proche, moitié vers le
        haut ; TVA = TTC - HT ; les totaux sont les sommes de ces montants, figés à la vente.
        TVA : exigible à l'encaissement. Produits : constatés d'avance (487) jusqu'à la
        représentation, puis acquis (706). Les invitations ne donnent pas d'écriture ; elles sont
        comptées dans les relevés de recettes.
        CompAuxNum, CompAuxLib, EcritureLet, DateLet, Montantdevise, Idevise : non utilisées.
        """
        .formatted(
            fileName,
            organisation.legalName(),
            day(year.from()),
            day(year.to()),
            organisation.currency());
  }

  private static String day(LocalDate day) {
    return DAY.format(day);
  }
}
