package io.regionalmetrics.workbook;

import io.regionalmetrics.model.Figure;
import io.regionalmetrics.model.Origin;
import io.regionalmetrics.xlsx.CellFormat;
import io.regionalmetrics.xlsx.CellLook;
import io.regionalmetrics.xlsx.SheetCell;
import java.math.BigDecimal;
import java.util.stream.Stream;

/** How figures look in cells. Published ones show every decimal that was published. */
final class FigureFormat {
  /** A spreadsheet keeps as many digits of a number. */
  private static final int DIGITS_OF_A_CELL = 15;

  private FigureFormat() {}

  /** A figure that no formula computes. */
  static SheetCell amount(Figure figure) {
    return new SheetCell.Amount(figure.value(), decimals(figure), CellLook.PUBLISHED);
  }

  /** How many decimals a figure shows. */
  static int decimals(Figure figure) {
    return figure.origin() == Origin.REPORTED
        ? CellFormat.decimals(figure.value())
        : CellFormat.roundedDecimals(figure.value());
  }

  /** How many decimals show a figure and its bounds apart. */
  static int decimalsOfBounds(Figure figure) {
    int apart =
        figure
            .bounds()
            .map(bounds -> CellFormat.decimalsApart(bounds.low(), bounds.high()))
            .orElse(0);
    return Math.max(decimals(figure), apart);
  }

  /** The digits of a figure and of its bounds, if a cell can't hold them all; otherwise empty. */
  static String exactDigits(Figure figure) {
    Stream<BigDecimal> bounds =
        figure.bounds().stream().flatMap(ends -> Stream.of(ends.low(), ends.high()));
    boolean isLong =
        Stream.concat(Stream.of(figure.value()), bounds).anyMatch(FigureFormat::isLong);
    return isLong ? plain(figure.value()) + bounds(figure) : "";
  }

  private static String bounds(Figure figure) {
    return figure
        .bounds()
        .map(ends -> " (%s to %s)".formatted(plain(ends.low()), plain(ends.high())))
        .orElse("");
  }

  private static boolean isLong(BigDecimal number) {
    return number.stripTrailingZeros().precision() > DIGITS_OF_A_CELL;
  }

  private static String plain(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }
}
