package io.regionalmetrics.feed.filing;

import io.regionalmetrics.xbrl.Context;
import io.regionalmetrics.xbrl.Fact;
import io.regionalmetrics.xbrl.QualifiedName;

/** A concept in a context, which can have only one value in a filing. */
record FactCell(QualifiedName concept, Context context) {
  /** The cell of a fact. */
  static FactCell of(Fact fact) {
    return new FactCell(fact.concept(), fact.context());
  }

  /** The cell with a member of an axis. */
  FactCell with(QualifiedName axis, QualifiedName member) {
    return new FactCell(concept, context.with(axis, member));
  }

  /** The cell of the whole company. */
  FactCell withoutDimensions() {
    return new FactCell(concept, context.withoutDimensions());
  }

  /** The cell without an axis. */
  FactCell without(QualifiedName axis) {
    return new FactCell(concept, context.without(axis));
  }
}
