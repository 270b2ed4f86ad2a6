/**
 * Regions: ISO 3166-1 codes, expressions such as WORLD-US, and how regions are made of each other.
 */
@NullMarked
package io.regionalmetrics.region;

import org.jspecify.annotations.NullMarked;
