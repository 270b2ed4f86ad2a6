/**
 * Reads XBRL 2.1 instances (facts with their contexts, units and dimensions) and linkbases (labels,
 * and which members include which). Knows the standard taxonomies of US filings but nothing of this
 * service's metrics and regions. Start at {@link io.regionalmetrics.xbrl.InstanceReader} and {@link
 * io.regionalmetrics.xbrl.LinkbaseReader}.
 */
@NullMarked
package io.regionalmetrics.xbrl;

import org.jspecify.annotations.NullMarked;
