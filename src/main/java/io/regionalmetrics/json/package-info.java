/** JSON, read and written by Jackson's streaming API. */
@NullMarked
package io.regionalmetrics.json;

import org.jspecify.annotations.NullMarked;
