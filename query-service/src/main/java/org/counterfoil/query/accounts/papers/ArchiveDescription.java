package org.counterfoil.query.accounts.papers;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.counterfoil.domain.accounting.ClosingKind;
import org.counterfoil.query.accounts.closings.ListedClosing;
import org.counterfoil.query.accounts.posting.OrganisationRow;

/** What an archive is, in French, for whoever opens it years later. */
final class ArchiveDescription {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.FRANCE);

  private ArchiveDescription() {}

  static String of(OrganisationRow organisation, ListedClosing closing) {
    return """
        ARCHIVE DE BILLETTERIE
        %1$s
        Clôture n° %2$d : %3$s, du %4$s au %5$s

        Cette archive contient tout ce qui a été comptabilisé dans la période, tel que les livres
        étaient à la clôture (position %6$d du journal des événements). Elle est faite à partir des
        événements seuls : refaite plus tard, ou après reconstruction des livres, elle a les mêmes
        octets. Elle vient d'un logiciel de billetterie ; ce n'est ni la comptabilité complète de
        l'exploitant ni un certificat.

        journal.csv        écritures, une ligne par compte mouvementé
        trial-balance.csv  balance des comptes de la période
        vat.csv            TVA exigible, par taux
        ledgers.csv        journal des ventes et journal de caisse ; ventes = encaissements
                           + créances - créances réglées
        operations.csv     opérations numérotées sans rupture, et leur cause
        receipts.csv       relevés de recettes par représentation et catégorie, invitations comprises ;
                           colonne « product » : TICKET, ou FEE et DONATION pour ce qui est vendu
                           outre les billets et n'est pas une recette de la représentation
        revenue.csv        produits constatés d'avance (487) : ouverture, reçus, rendus, acquis,
                           clôture, par représentation
        closing.json       totaux scellés : période, exercice, perpétuels, par taux et par mode
        cloture.pdf        les mêmes, imprimables
        checkpoint.txt     point de contrôle signé du journal sur lequel repose la clôture
        SHA256SUMS         empreintes de ces fichiers (sha256sum -c SHA256SUMS)

        CSV : RFC 4180, UTF-8, virgule comme séparateur, point décimal, dates ISO 8601, montants en
        %7$s. JSON : RFC 8259, montants en centimes (champs « Minor »). Les heures sont en UTC.
        %8$s
        Une opération dont le jour était déjà clôturé est portée au premier jour ouvert ; le libellé
        de son écriture donne la date réelle. Rien n'est jamais modifié.
        Arrondi : par billet, HT = TTC / (1 + taux) arrondi au centime le plus proche, moitié vers le
        haut ; TVA = TTC - HT ; les totaux sont les sommes de ces montants, figés à la vente.
        Vérification du point de contrôle : note signée C2SP, Ed25519 ; arbre de Merkle RFC 9162.
        """
        .formatted(
            organisation.legalName(),
            closing.number(),
            kind(closing),
            day(closing.from()),
            day(closing.to()),
            closing.position(),
            organisation.currency(),
            days(organisation, closing));
  }

  private static String kind(ListedClosing closing) {
    return switch (ClosingKind.valueOf(closing.kind())) {
      case DAY -> "journée";
      case MONTH -> "mois";
      case YEAR -> "exercice";
    };
  }

  private static String days(OrganisationRow organisation, ListedClosing closing) {
    return closing.kind().equals(ClosingKind.YEAR.name())
        ? "Les dates sont les dates réelles (%s).".formatted(organisation.timeZone())
        : "Les jours sont les journées d'exploitation, closes à %s (%s)."
            .formatted(organisation.dayEndsAt(), organisation.timeZone());
  }

  private static String day(LocalDate day) {
    return DAY.format(day);
  }
}
