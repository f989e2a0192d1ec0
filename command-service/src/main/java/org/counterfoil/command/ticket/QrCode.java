package org.counterfoil.command.ticket;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.util.ArrayList;
import java.util.List;

/**
 * A QR code (ISO/IEC 18004) as runs of dark modules, to be drawn as rectangles: sharp at any size,
 * and read also where a seventh of it is creased or stained (level M).
 *
 * @param size modules in a row
 */
record QrCode(int size, List<Run> runs) {

  /** Dark modules side by side; rows count from above. */
  record Run(int row, int column, int length) {}

  static QrCode of(String text) {
    try {
      ByteMatrix matrix = Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix();
      List<Run> runs = new ArrayList<>();
      for (int row = 0; row < matrix.getHeight(); row++) {
        addRuns(matrix, row, runs);
      }
      return new QrCode(matrix.getWidth(), List.copyOf(runs));
    } catch (WriterException tooLong) {
      throw new IllegalArgumentException("Expected a text that fits a QR code", tooLong);
    }
  }

  private static void addRuns(ByteMatrix matrix, int row, List<Run> runs) {
    int start = -1;
    for (int column = 0; column <= matrix.getWidth(); column++) {
      boolean isDark = column < matrix.getWidth() && matrix.get(column, row) == 1;
      if (isDark && start < 0) {
        start = column;
      } else if (!isDark && start >= 0) {
        runs.add(new Run(row, start, column - start));
        start = -1;
      }
    }
  }
}
