package io.regionalmetrics.integration;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Computes a cell as a spreadsheet does, with doubles, from the cells that its formula names and
 * never from the value that is written beside it. It knows what workbooks of answers use: the four
 * operations, MAX, MEDIAN, LN, and IF with an equality.
 */
final class SpreadsheetFormula {
  private final OpenedWorkbook workbook;
  private final String sheet;
  private final String text;
  private final int depth;
  private int at;

  private SpreadsheetFormula(OpenedWorkbook workbook, String sheet, String text, int depth) {
    this.workbook = workbook;
    this.sheet = sheet;
    this.text = text;
    this.depth = depth;
  }

  /** The number in a cell, computed if it has a formula. */
  static double value(OpenedWorkbook workbook, String sheet, OpenedWorkbook.Cell cell) {
    return value(workbook, sheet, cell, 0);
  }

  private static double value(
      OpenedWorkbook workbook, String sheet, OpenedWorkbook.Cell cell, int depth) {
    if (depth > 50) {
      throw new AssertionError("a circle of formulas: " + cell);
    }
    if (cell.isText()) {
      throw new AssertionError("a formula uses a text: " + cell);
    }
    return cell.formula()
        .map(formula -> new SpreadsheetFormula(workbook, sheet, formula, depth).whole())
        .orElseGet(cell::number);
  }

  private double whole() {
    double value = sum();
    if (at != text.length()) {
      throw new AssertionError("'%s' is not understood from character %s on".formatted(text, at));
    }
    return value;
  }

  private double sum() {
    double value = skip('-') ? -product() : product();
    while (true) {
      if (skip('+')) {
        value += product();
      } else if (skip('-')) {
        value -= product();
      } else {
        return value;
      }
    }
  }

  private double product() {
    double value = atom();
    while (true) {
      if (skip('*')) {
        value *= atom();
      } else if (skip('/')) {
        value /= atom();
      } else {
        return value;
      }
    }
  }

  private double atom() {
    if (skip('(')) {
      double value = sum();
      expect(')');
      return value;
    }
    int start = at;
    while (at < text.length() && "+-*/(),=".indexOf(text.charAt(at)) < 0 || isExponent(start)) {
      at++;
    }
    String word = text.substring(start, at);
    if (skip('(')) {
      return function(word);
    }
    return Character.isLetter(word.charAt(0)) ? cell(word) : Double.parseDouble(word);
  }

  private boolean isExponent(int start) {
    return at > start
        && at < text.length()
        && Character.isDigit(text.charAt(start))
        && text.charAt(at - 1) == 'E';
  }

  private double cell(String word) {
    String place = word.contains("!") ? word : sheet + "!" + word;
    String other = place.substring(0, place.indexOf('!'));
    return value(workbook, other, workbook.at(place), depth + 1);
  }

  private double function(String name) {
    if (name.equals("IF")) {
      boolean isTrue = sum() == after('=');
      double whenTrue = after(',');
      double whenFalse = after(',');
      expect(')');
      return isTrue ? whenTrue : whenFalse;
    }
    List<Double> arguments = new ArrayList<>(List.of(sum()));
    while (skip(',')) {
      arguments.add(sum());
    }
    expect(')');
    return switch (name) {
      case "LN" -> Math.log(arguments.getFirst());
      case "MAX" -> Collections.max(arguments);
      case "MEDIAN" -> arguments.stream().sorted().toList().get(arguments.size() / 2);
      default -> throw new AssertionError("an unknown function: " + name);
    };
  }

  private double after(char sign) {
    expect(sign);
    return sum();
  }

  private boolean skip(char sign) {
    boolean isThere = at < text.length() && text.charAt(at) == sign;
    at += isThere ? 1 : 0;
    return isThere;
  }

  private void expect(char sign) {
    if (!skip(sign)) {
      throw new AssertionError("'%s' has no %s at character %s".formatted(text, sign, at));
    }
  }
}
