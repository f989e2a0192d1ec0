package org.counterfoil.command.ticket;

/** On what a ticket is printed. */
enum PrintFormat {
  /** 210 × 297 mm, one ticket each, to print at home. */
  A4(595.28f, 841.89f),
  /** 80 × 200 mm, in black, for ticket printers. */
  THERMAL(226.77f, 566.93f);

  /** In points of 1/72 inch. */
  final float width;

  final float height;

  PrintFormat(float width, float height) {
    this.width = width;
    this.height = height;
  }
}
