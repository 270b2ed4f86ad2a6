package io.regionalmetrics.xbrl;

import io.regionalmetrics.model.FiledFact;
import io.regionalmetrics.number.Precision;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A fact as it is written, which refers to its context and unit by their ids.
 *
 * @param context the id of its context
 * @param unit the id of its unit
 * @param text the content
 * @param decimals the attribute of that name
 * @param id the attribute of that name
 */
record UnresolvedFact(
    QualifiedName concept,
    String context,
    String unit,
    String text,
    boolean nil,
    @Nullable String decimals,
    @Nullable String id) {
  private static final Pattern NUMBER = Pattern.compile("[+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)");
  private static final Pattern DECIMALS = Pattern.compile("[+-]?[0-9]{1,2}");
  private static final int MAX_LENGTH = 100;
  private static final int MAX_DIGITS = 34;

  /** The fact with its context and unit. */
  Fact resolve(Map<String, Context> contexts, Map<String, FactUnit> units) {
    Context known = contexts.get(context);
    if (known == null) {
      throw missing("context", context);
    }
    return new Fact(
        concept,
        known,
        unit(units),
        nil ? Optional.empty() : number(text),
        nil,
        precision(decimals),
        Optional.ofNullable(id).filter(FiledFact::isId));
  }

  private FactUnit unit(Map<String, FactUnit> units) {
    FactUnit known = units.get(unit);
    if (known == null) {
      throw missing("unit", unit);
    }
    return known;
  }

  private UnreadableInstance missing(String kind, String id) {
    return new UnreadableInstance(
        "a fact of %s refers to the %s '%s', which the instance does not have"
            .formatted(concept, kind, XmlCursor.shortened(id)));
  }

  /** A number of digits and at most one point; empty for any other text. */
  private static Optional<BigDecimal> number(String text) {
    if (text.length() > MAX_LENGTH || !NUMBER.matcher(text).matches()) {
      return Optional.empty();
    }
    BigDecimal number = new BigDecimal(text).stripTrailingZeros();
    return number.precision() - Math.min(0, number.scale()) <= MAX_DIGITS
        ? Optional.of(number)
        : Optional.empty();
  }

  private static Optional<Precision> precision(@Nullable String decimals) {
    if (decimals == null) {
      return Optional.empty();
    }
    if (decimals.equals("INF")) {
      return Optional.of(new Precision.Exact());
    }
    return DECIMALS.matcher(decimals).matches()
            && Math.abs(Integer.parseInt(decimals)) <= Precision.MOST_DECIMALS
        ? Optional.of(new Precision.Decimals(Integer.parseInt(decimals)))
        : Optional.empty();
  }
}
