package org.counterfoil.eventstore.integrity.tile;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which tile a path asks for: {@code <N>} or {@code <N>.p/<W>} of C2SP tlog-tiles, where {@code
 * x001/x234/067} is 1234067.
 *
 * @param index from 0
 * @param width 256 for a full tile
 */
public record TilePath(long index, int width) {

  private static final Pattern FORM =
      Pattern.compile("((?:x[0-9]{3}/){0,5})([0-9]{3})(?:\\.p/([1-9][0-9]{0,2}))?");

  /** Reads the path; nothing where it is not the one way to write a number. */
  public static @Nullable TilePath read(String path) {
    Matcher matcher = FORM.matcher(path);
    if (!matcher.matches()) {
      return null;
    }
    String digits = matcher.group(1).replace("x", "").replace("/", "") + matcher.group(2);
    String partial = matcher.group(3);
    TilePath read =
        new TilePath(
            Long.parseLong(digits), partial == null ? Tile.WIDTH : Integer.parseInt(partial));
    return read.width() <= Tile.WIDTH && read.text().equals(path) ? read : null;
  }

  /** The path, as it is read. */
  public String text() {
    StringBuilder path = new StringBuilder(threeDigits(index));
    for (long rest = index / 1000; rest > 0; rest /= 1000) {
      path.insert(0, "x" + threeDigits(rest) + "/");
    }
    return width == Tile.WIDTH ? path.toString() : path + ".p/" + width;
  }

  private static String threeDigits(long number) {
    return String.format(Locale.ROOT, "%03d", number % 1000);
  }
}
