/** XBRL instances: facts, contexts and units, as any reader has them. */
@NullMarked
package io.regionalmetrics.xbrl;

import org.jspecify.annotations.NullMarked;
