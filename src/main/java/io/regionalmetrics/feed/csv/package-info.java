/** The feed csv: tables that somebody keeps. */
@NullMarked
package io.regionalmetrics.feed.csv;

import org.jspecify.annotations.NullMarked;
