package io.regionalmetrics.xbrl;

import io.regionalmetrics.number.Precision;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * A figure in an instance.
 *
 * @param unit nothing where it has none, since it isn't a number
 * @param value nothing where it is nil, or isn't a number
 * @param nil whether it says that there is no value
 * @param precision how far it is exact; nothing where it doesn't say, or not in a way that is taken
 */
public record Fact(
    QualifiedName concept,
    Context context,
    Optional<FactUnit> unit,
    Optional<BigDecimal> value,
    boolean nil,
    Optional<Precision> precision) {}
