/**
 * From names to codes: finds companies, metrics, regions and quarters in a text such as "Twitter in
 * Japan", and which figures of them there are. {@link io.regionalmetrics.find.NameSearch} is the
 * entry point.
 */
@NullMarked
package io.regionalmetrics.find;

import org.jspecify.annotations.NullMarked;
