package org.counterfoil.domain.accounting.fec;

import java.util.Arrays;
import java.util.List;

/** The columns of the file, in their legal order (art. A47 A-1, VII-1° LPF). */
enum FecColumn {
  JOURNAL_CODE(0, "JournalCode", true),
  JOURNAL_LIB(1, "JournalLib", true),
  ECRITURE_NUM(2, "EcritureNum", true),
  ECRITURE_DATE(3, "EcritureDate", true),
  COMPTE_NUM(4, "CompteNum", true),
  COMPTE_LIB(5, "CompteLib", true),
  COMP_AUX_NUM(6, "CompAuxNum", false),
  COMP_AUX_LIB(7, "CompAuxLib", false),
  PIECE_REF(8, "PieceRef", true),
  PIECE_DATE(9, "PieceDate", true),
  ECRITURE_LIB(10, "EcritureLib", true),
  DEBIT(11, "Debit", true),
  CREDIT(12, "Credit", true),
  ECRITURE_LET(13, "EcritureLet", false),
  DATE_LET(14, "DateLet", false),
  VALID_DATE(15, "ValidDate", true),
  MONTANT_DEVISE(16, "Montantdevise", false),
  IDEVISE(17, "Idevise", false);

  private final int index;
  private final String title;
  private final boolean isRequired;

  FecColumn(int index, String title, boolean isRequired) {
    this.index = index;
    this.title = title;
    this.isRequired = isRequired;
  }

  String title() {
    return title;
  }

  /** Whether every line must have a value. */
  boolean isRequired() {
    return isRequired;
  }

  /** Its field among those of a line. */
  String of(String[] fields) {
    return fields[index];
  }

  static List<String> titles() {
    return Arrays.stream(values()).map(FecColumn::title).toList();
  }
}
