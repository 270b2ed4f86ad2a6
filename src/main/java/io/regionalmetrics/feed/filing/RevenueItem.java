package io.regionalmetrics.feed.filing;

import io.regionalmetrics.xbrl.Fact;
import io.regionalmetrics.xbrl.QualifiedName;

/**
 * An item that a company presents as a part of its revenue, though of no region.
 *
 * @param name the concept or the member that names it
 * @param fact what it adds to revenue; negative if it reduces revenue
 * @param filed the fact as filed
 * @param isCertain whether the filing itself says that it belongs to revenue, so that it counts in
 *     one period alone
 */
record RevenueItem(QualifiedName name, Fact fact, Fact filed, boolean isCertain) {}
