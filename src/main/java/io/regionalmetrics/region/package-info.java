/**
 * Regions: country codes (ISO 3166-1), expressions such as WORLD-US, and how regions are composed
 * of each other. Start with {@link io.regionalmetrics.region.RegionAlgebra}.
 */
@NullMarked
package io.regionalmetrics.region;

import org.jspecify.annotations.NullMarked;
