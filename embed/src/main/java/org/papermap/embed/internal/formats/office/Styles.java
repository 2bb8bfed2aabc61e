package org.papermap.embed.internal.formats.office;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.papermap.embed.internal.formats.FormatException;

/// How a workbook shows numbers: which of them are dates.
///
/// @param dates by style, whether its numbers are dates
/// @param from1904 whether days count from 1904, as on old Macs
record Styles(List<Boolean> dates, boolean from1904) {
  /// Excel counts a 29 February 1900, day 60, which did not exist; later days count from here.
  private static final LocalDate DAY_0 = LocalDate.of(1899, 12, 30);

  private static final LocalDate DAY_0_OF_1904 = LocalDate.of(1904, 1, 1);

  private static final long LAST_DAY = 2_958_465; // in the year 9999

  private static final Pattern NOT_OF_DATES = Pattern.compile("\"[^\"]*\"|\\[[^\\]]*]|\\\\.");

  static Styles of(byte[] xml, boolean from1904) throws FormatException {
    Map<Integer, String> codes = new HashMap<>();
    List<Boolean> dates = new ArrayList<>();
    List<Integer> all = new ArrayList<>();
    int[] beforeCells = {0};
    SheetXml.elements(
        xml,
        Map.of(
            "numFmt",
            format -> codes.put(id(format.attribute("numFmtId")), format.attribute("formatCode")),
            "cellXfs",
            _ -> beforeCells[0] = all.size(),
            "xf",
            style -> all.add(id(style.attribute("numFmtId")))));
    for (int format : all.subList(beforeCells[0], all.size())) {
      dates.add(isDate(format, codes.getOrDefault(format, "")));
    }
    return new Styles(List.copyOf(dates), from1904);
  }

  private static int id(String digits) {
    return digits.matches("\\d{1,8}") ? Integer.parseInt(digits) : 0;
  }

  private static boolean isDate(int format, String code) {
    if (!code.isEmpty()) {
      String bare = NOT_OF_DATES.matcher(code).replaceAll("").toLowerCase(Locale.ROOT);
      return bare.indexOf('y') >= 0 || bare.indexOf('d') >= 0;
    }
    return (format >= 14 && format <= 17)
        || format == 22
        || (format >= 27 && format <= 36)
        || (format >= 50 && format <= 58);
  }

  /// The number as text: a date if its style says so, else its digits.
  String text(String number, int style) {
    boolean date = style < dates.size() && dates.get(style);
    try {
      BigDecimal value = new BigDecimal(number);
      if (date && value.signum() > 0 && value.compareTo(BigDecimal.valueOf(LAST_DAY)) < 0) {
        return (from1904 ? DAY_0_OF_1904 : DAY_0).plusDays(value.longValue()).toString();
      }
      boolean whole =
          Math.abs((long) value.scale()) < 20 && value.stripTrailingZeros().scale() <= 0;
      return whole ? value.toBigInteger().toString() : number;
    } catch (NumberFormatException e) {
      return number;
    }
  }
}
